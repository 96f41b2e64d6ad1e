/** The y axes of the two panels. */
import type { CurveLine } from "#/charts/curves.ts";
import { boundedDomain, fromZeroDomain, logDomain, type Domain } from "#/core/metrics/axis.ts";

/** A curve shorter than this has no scale of its own yet: a point or two would fill the frame. */
const TOO_SHORT = 10;

/** How far above an even grey image, D·ln 2, a total may still be seen. */
const ROOM = 1.3;

/** Points of the lines of this run, without the one before. */
function withoutGhost(
  lines: readonly CurveLine[],
): (readonly { readonly x: number; readonly y: number }[])[] {
  return lines.filter((line) => line.id !== "ghost").map((line) => line.points);
}

/** The KL panel starts at zero; a spike in the first tenth may leave it, so that the rest is seen. */
export function klDomain(lines: readonly CurveLine[], log: boolean): Domain {
  const settled = withoutGhost(lines).map((points) => {
    if (points.length < TOO_SHORT) return points;
    const end = points.at(-1)?.x ?? 0;
    return points.filter(({ x }) => x >= end / 10);
  });
  const domain = fromZeroDomain(settled, 2);
  return log ? logDomain(domain, 0.01) : domain;
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
