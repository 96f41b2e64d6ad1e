/** The y axis of the loss panel. */
import type { CurveLine } from "#/charts/curves.ts";
import { boundedDomain, logDomain, type Domain } from "#/core/metrics/axis.ts";

/** A curve shorter than this has no scale of its own yet: a point or two would fill the frame. */
const TOO_SHORT = 10;

/** How far above an even grey image, D·ln 2, a total may still be seen. */
const ROOM = 1.3;

/** Points of the lines of this run, without the one before. */
export function withoutGhost(
  lines: readonly CurveLine[],
): (readonly { readonly x: number; readonly y: number }[])[] {
  return lines.filter((line) => line.id !== "ghost").map((line) => line.points);
}

/**
 * A KL that counts a thousandfold would flatten everything else, so the total is clipped well above
 * where an untrained model stands; the reconstruction never is. Before the first steps the landmarks
 * themselves span the axis.
 */
export function lossDomain(
  lines: readonly CurveLine[],
  landmarks: readonly { readonly value: number }[],
  pixels: number,
  log: boolean,
): Domain {
  const curves = withoutGhost(lines).filter((points) => points.length > 0);
  const early = curves.every((points) => points.length < TOO_SHORT);
  const domain = boundedDomain(
    curves,
    lines.filter((line) => line.id.endsWith("reconstruction")).map((line) => line.points),
    ROOM * pixels * Math.LN2,
    early ? landmarks.map((mark) => mark.value) : [],
  );
  return log ? logDomain(domain, 1) : domain;
}
