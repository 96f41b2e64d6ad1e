/**
 * The numbers of the ε widget: the codes of one image under what the hand changed, the draws, and the
 * piece of the plane they are shown on. Pure.
 */
import { createRng } from "#/core/rng.ts";
import type { Code } from "#/features/lessons/widgets/CodeTable.tsx";
import type { Span } from "#/features/lessons/widgets/scale.ts";
import type { PointDetails } from "#/state/partTypes.ts";

/** Dimensions shown: the plot has two. */
const shownDimensions = 2;

/** What the hand changed of the encoder's answer. */
export interface Change {
  readonly shift: readonly number[];
  /** Factors of σ. */
  readonly scale: readonly number[];
}

export const asEncoded: Change = { shift: [0, 0], scale: [1, 1] };

export function codesOf(
  details: Pick<PointDetails, "mean" | "logVariance">,
  epsilon: readonly number[],
  change: Change,
): Code[] {
  return Array.from({ length: Math.min(details.mean.length, shownDimensions) }, (_, j) => {
    const mean = (details.mean[j] ?? 0) + (change.shift[j] ?? 0);
    const sigma = Math.exp((details.logVariance[j] ?? 0) / 2) * (change.scale[j] ?? 1);
    const noise = epsilon[j] ?? 0;
    return { mean, sigma, noise, z: mean + sigma * noise };
  });
}

/** ε number `draw` of a seed: the same draws again for the same seed. */
export function handNoise(seed: number, draw: number): readonly number[] {
  const values = new Float32Array(shownDimensions);
  createRng(seed).fork("lesson noise").fork(String(draw)).fillNormal(values);
  return [...values];
}

/** A square of the plane. */
export interface PlaneWindow {
  readonly x: Span;
  readonly y: Span;
}

/** The smallest window by halves with the 2σ ellipse, the drawn z and the prior's 1σ in it. */
export function windowOf(codes: readonly Code[]): PlaneWindow {
  const x = reachOf(codes[0]);
  const y = reachOf(codes[1]);
  const side = Math.max(x[1] - x[0], y[1] - y[0]);
  return { x: widened(x, side), y: widened(y, side) };
}

/** Of the prior, and of the posterior in σ: with room for their lines. */
const priorReach = 1.1;
const ellipseReach = 2.2;

function reachOf(code: Code | undefined): Span {
  const reached = code === undefined ? [] : endsOf(code).filter(Number.isFinite);
  // A window by halves stands still under a small move.
  return [
    Math.floor(2 * Math.min(-priorReach, ...reached)) / 2,
    Math.ceil(2 * Math.max(priorReach, ...reached)) / 2,
  ];
}

function endsOf({ mean, sigma, z }: Code): number[] {
  return [mean - ellipseReach * sigma, mean + ellipseReach * sigma, z];
}

function widened([from, to]: Span, side: number): Span {
  const more = (side - (to - from)) / 2;
  return [from - more, to + more];
}
