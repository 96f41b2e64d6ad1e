/** Adam in double precision (Kingma & Ba, 2015, algorithm 1): the oracle for the engines' updates. */

export interface AdamSettings {
  readonly learningRate: number;
  /** Added to √v̂, the corrected second moment. */
  readonly epsilon: number;
}

/** Decay of the first and second moment: the paper's defaults, which every preset here uses. */
export const adamDecay = { first: 0.9, second: 0.999 } as const;

export interface AdamMoments {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Step `step` (1 for the first) on `weights`, in place, moments too. */
export function adamStep(
  weights: Float64Array,
  gradient: Float64Array,
  moments: AdamMoments,
  step: number,
  settings: AdamSettings,
): void {
  const { first, second } = moments;
  const { first: b1, second: b2 } = adamDecay;
  for (const [i, g] of gradient.entries()) {
    const m = b1 * (first[i] ?? 0) + (1 - b1) * g;
    const v = b2 * (second[i] ?? 0) + (1 - b2) * g * g;
    first[i] = m;
    second[i] = v;
    const corrected = m / (1 - b1 ** step);
    const scale = Math.sqrt(v / (1 - b2 ** step)) + settings.epsilon;
    weights[i] = (weights[i] ?? 0) - (settings.learningRate * corrected) / scale;
  }
}
