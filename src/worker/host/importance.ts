/**
 * The importance-weighted bound of a model on images of a split (core/metrics/iwae.ts): each is encoded
 * once, then its z are drawn and scored in pieces. Bernoulli models are bound by the Bernoulli
 * likelihood of the displayed pixels, so that all of them compare; Gaussian ones by their own density,
 * constants included, which compares with other densities alone.
 */
import { logMeanExp, logPriorRatio, meanWithError } from "#/core/metrics/iwae.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { Split } from "#/core/data/manifest.ts";
import type { ImportanceBound } from "#/core/training/terms.ts";
import { inPieces, PieceSizer, type PieceRunner } from "#/worker/host/chunked.ts";
import { noiseAt } from "#/worker/host/noise.ts";
import type { PreparedImages } from "#/worker/host/prepare.ts";
import { labelsFor, readPrepared, type Subject } from "#/worker/host/scoreImages.ts";

export interface ImportanceSubject extends Subject {
  readonly config: Pick<ExperimentConfig, "objective">;
}

export interface ImportanceRequest {
  readonly split: Split;
  readonly indices: Uint32Array;
  /** z drawn for each image. */
  readonly samples: number;
  readonly seed: number;
}

interface Posteriors {
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
}

/**
 * @param told after each piece: the bound over the images that are done, null before the first, and
 * the share of all draws.
 * @throws EngineError "cancelled".
 */
export async function importanceBound(
  runner: PieceRunner,
  subject: ImportanceSubject,
  of: ImportanceRequest,
  told: (bound: ImportanceBound | null, share: number) => void,
  signal: AbortSignal,
): Promise<ImportanceBound | null> {
  const { latent } = subject.vae;
  const { samples, indices, seed } = of;
  const posteriors = await encodeAll(runner, subject, of, signal);
  const score = await scorer(runner, subject, signal);
  const logWeights = new Float64Array(samples);
  const bounds: number[] = [];
  const total = indices.length * samples;
  await inPieces(runner, "evaluation", total, new PieceSizer(), signal, async (from, rows) => {
    // Row r is draw r mod `samples` of its image: ε depends on nothing else.
    const epsilon = noiseAt(seed, "iwae", from, rows, latent);
    const imageOf = (row: number) => Math.floor((from + row) / samples);
    const z = drawn(posteriors, epsilon, latent, imageOf);
    const nats = await score(repeated(subject, of, imageOf, rows), z, rows);
    for (let row = 0; row < rows; row++) {
      const at = { row, image: imageOf(row), latent };
      const ratio = logPriorRatio(z, epsilon, posteriors.logVariance, at);
      const draw = (from + row) % samples;
      logWeights[draw] = ratio - (nats[row] ?? 0);
      if (draw === samples - 1) bounds.push(-logMeanExp(logWeights));
    }
    told(summed(bounds, samples), (from + rows) / total);
  });
  return summed(bounds, samples);
}

function summed(bounds: readonly number[], samples: number): ImportanceBound | null {
  if (bounds.length === 0) return null;
  const { mean, error } = meanWithError(bounds);
  return { samples, images: bounds.length, negativeBound: mean, standardError: error };
}

async function encodeAll(
  runner: PieceRunner,
  subject: ImportanceSubject,
  { split, indices }: ImportanceRequest,
  signal: AbortSignal,
): Promise<Posteriors> {
  const { latent } = subject.vae;
  const mean = new Float32Array(indices.length * latent);
  const logVariance = new Float32Array(indices.length * latent);
  const sizer = new PieceSizer();
  await inPieces(runner, "evaluation", indices.length, sizer, signal, async (from, rows) => {
    const some = indices.subarray(from, from + rows);
    const { images } = readPrepared(subject, split, some);
    const encoded = await subject.engine.encode(images, rows, labelsFor(subject, split, some));
    mean.set(encoded.mean, from * latent);
    logVariance.set(encoded.logVariance, from * latent);
  });
  return { mean, logVariance };
}

/** z = μ + σ·ε, [rows × latent]. */
function drawn(
  { mean, logVariance }: Posteriors,
  epsilon: Float32Array,
  latent: number,
  imageOf: (row: number) => number,
): Float32Array {
  return epsilon.map((noise, i) => {
    const at = imageOf(Math.floor(i / latent)) * latent + (i % latent);
    return (mean[at] ?? 0) + Math.exp((logVariance[at] ?? 0) / 2) * noise;
  });
}

interface Rows extends PreparedImages {
  readonly labels: Uint8Array | null;
}

/** The image of each row, again for every draw. */
function repeated(
  subject: ImportanceSubject,
  { split, indices }: ImportanceRequest,
  imageOf: (row: number) => number,
  rows: number,
): Rows {
  const { pixels } = subject.vae;
  const first = imageOf(0);
  const some = indices.subarray(first, imageOf(rows - 1) + 1);
  const prepared = readPrepared(subject, split, some);
  const labels = labelsFor(subject, split, some);
  const again = (values: Float32Array) => {
    const all = new Float32Array(rows * pixels);
    for (let row = 0; row < rows; row++) {
      const image = imageOf(row) - first;
      all.set(values.subarray(image * pixels, (image + 1) * pixels), row * pixels);
    }
    return all;
  };
  return {
    images: again(prepared.images),
    targets: again(prepared.targets),
    labels:
      labels === null
        ? null
        : Uint8Array.from({ length: rows }, (_, row) => labels[imageOf(row) - first] ?? 0),
  };
}

/** −log p(x|z) of each row, nats. */
export type ScoreRows = (of: Rows, z: Float32Array, rows: number) => Promise<ArrayLike<number>>;

/** By the likelihood that the model's kind is bound with. */
export async function scorer(
  { jobs }: PieceRunner,
  subject: ImportanceSubject,
  signal: AbortSignal,
): Promise<ScoreRows> {
  const { objective } = subject.config;
  if (objective.likelihood === "bernoulli") {
    return (of, z, rows) => subject.engine.scoreLatents(z, of.targets, rows, of.labels);
  }
  const logSigma = await jobs.run("evaluation", () => logSigmaOf(subject), signal);
  return async (of, z, rows) => {
    const means = await subject.engine.decode(z, rows, of.labels);
    return gaussianNats(of.images, means, rows, logSigma);
  };
}

/** log σ of a pixel: ½ log ½ for the bare squared error, which is a Gaussian without its constant. */
async function logSigmaOf({ config, engine }: ImportanceSubject): Promise<number> {
  const { noise, noiseSigma } = config.objective;
  if (noise === "mse") return Math.log(0.5) / 2;
  if (noise === "fixed") return Math.log(noiseSigma);
  const { weights } = await engine.exportState();
  return weights["output/logSigma"]?.values[0] ?? Math.log(noiseSigma);
}

/** −log N(x; x̂, σ²) summed over pixels, [rows]. */
function gaussianNats(
  images: Float32Array,
  means: Float32Array,
  rows: number,
  logSigma: number,
): Float64Array {
  const pixels = images.length / rows;
  const constant = pixels * (logSigma + Math.log(2 * Math.PI) / 2);
  const precision = Math.exp(-2 * logSigma) / 2;
  return Float64Array.from({ length: rows }, (_, row) => {
    let squares = 0;
    for (let i = row * pixels; i < (row + 1) * pixels; i++) {
      squares += ((images[i] ?? 0) - (means[i] ?? 0)) ** 2;
    }
    return precision * squares + constant;
  });
}
