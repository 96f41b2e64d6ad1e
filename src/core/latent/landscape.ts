/**
 * The landscape of one image over the plane: −log p(x|z) at every cell of a sheet, from the outputs
 * that the decoder gives there. As written by the objective, but for what only rounding breaks. For
 * every likelihood here the cost of a cell is linear in the image, or is so but for Σx²; so a sheet is
 * prepared once, and each image costs one dot product a cell.
 */
import { bernoulliTerm, sigmoid } from "#/core/objective/bernoulli.ts";
import { guardedLogs, lowestLog } from "#/core/objective/pixelLoss.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";

/** cost(x) = base + slopes · x + square · Σx² */
export interface LandscapeSheet {
  readonly cells: number;
  /** [cells] */
  readonly base: Float64Array;
  /** [cells × D] */
  readonly slopes: Float32Array;
  /** 0 for Bernoulli pixels. */
  readonly square: number;
}

/**
 * From the network's outputs [cells × D], neither squashed nor scaled for display. `logSigma` is of a
 * learnt Gaussian and idle elsewhere.
 */
export function prepareLandscape(
  objective: ObjectiveSpec,
  outputs: Float32Array,
  cells: number,
  logSigma = 0,
): LandscapeSheet {
  return objective.likelihood === "gaussian"
    ? gaussianSheet(objective, outputs, cells, logSigma)
    : bernoulliSheet(objective, outputs, cells);
}

/** −log p(x|z), nats, of an image [D] as the loss sees it. [cells] */
export function imageLandscape(sheet: LandscapeSheet, image: ArrayLike<number>): Float64Array {
  const { base, slopes, square } = sheet;
  const pixels = Float64Array.from(image);
  const constant = square * pixels.reduce((sum, x) => sum + x * x, 0);
  return base.map((start, cell) => {
    const from = cell * pixels.length;
    // Two sums at once: one alone waits for each addition before the next.
    let [even, odd] = [start, constant];
    for (let d = 0; d < pixels.length; d += 2) {
      even += (slopes[from + d] ?? 0) * (pixels[d] ?? 0);
      // Past the last pixel of an odd number of them, 0.
      odd += (slopes[from + d + 1] ?? 0) * (pixels[d + 1] ?? 0);
    }
    return even + odd;
  });
}

/** ½|z|², what the prior charges for each z [cells × latent], nats less a constant. [cells] */
export function priorLandscape(z: ArrayLike<number>, cells: number): Float64Array {
  const latent = cells === 0 ? 0 : z.length / cells;
  return Float64Array.from({ length: cells }, (_, cell) => {
    let sum = 0;
    for (let j = 0; j < latent; j++) sum += (z[cell * latent + j] ?? 0) ** 2;
    return sum / 2;
  });
}

function bernoulliSheet(
  objective: ObjectiveSpec,
  outputs: Float32Array,
  cells: number,
): LandscapeSheet {
  const pixels = outputs.length / cells;
  const base = new Float64Array(cells);
  const slopes = new Float32Array(outputs.length);
  const stable = objective.sigmoid === "stable";
  for (const [i, output] of outputs.entries()) {
    const cell = Math.floor(i / pixels);
    const [logP, logQ] = stable
      ? [-bernoulliTerm(output, 1), -bernoulliTerm(output, 0)]
      : boundedLogs(objective, output);
    base[cell] = (base[cell] ?? 0) - logQ;
    slopes[i] = logQ - logP;
  }
  return { cells, base, slopes, square: 0 };
}

/** log 0 counts as PyTorch counts it: where single precision ran out is a cliff, not a hole. */
function boundedLogs(objective: ObjectiveSpec, output: number): readonly [number, number] {
  const [logP, logQ] = guardedLogs(objective, meanOf(objective, output));
  return [Math.max(logP, lowestLog), Math.max(logQ, lowestLog)];
}

/** p of the network's output. */
function meanOf(objective: ObjectiveSpec, output: number): number {
  const squashes = objective.likelihood === "bernoulli" && objective.sigmoid !== "output";
  return squashes ? sigmoid(output) : output;
}

/** (x − p)² / 2σ² + log σ + ½ log 2π a pixel; the bare square for "mse". */
function gaussianSheet(
  { noise, noiseSigma }: ObjectiveSpec,
  outputs: Float32Array,
  cells: number,
  learnt: number,
): LandscapeSheet {
  const pixels = outputs.length / cells;
  const logSigma = noise === "learnt" ? learnt : Math.log(noiseSigma);
  const square = noise === "mse" ? 1 : Math.exp(-2 * logSigma) / 2;
  const constant = noise === "mse" ? 0 : logSigma + Math.log(2 * Math.PI) / 2;
  const base = new Float64Array(cells).fill(pixels * constant);
  for (const [i, p] of outputs.entries()) {
    const cell = Math.floor(i / pixels);
    base[cell] = (base[cell] ?? 0) + square * p * p;
  }
  return { cells, base, slopes: outputs.map((p) => -2 * square * p), square };
}
