/**
 * Held-out figures of a model: one seeded z an image, nats per image summed over pixels. Made of short
 * jobs, between which training may go on; tells how far it has come, and learns nothing.
 */
import { Moments } from "#/core/metrics/moments.ts";
import type { Split } from "#/core/data/manifest.ts";
import type { Evaluation, ImportanceBound } from "#/core/training/terms.ts";
import { inPieces, PieceSizer, type PieceRunner } from "#/worker/host/chunked.ts";
import { EvaluationSums, type EvaluationSubject } from "#/worker/host/evaluationSums.ts";
import { importanceBound } from "#/worker/host/importance.ts";
import { noiseAt } from "#/worker/host/noise.ts";
import { scoreImages } from "#/worker/host/scoreImages.ts";
import type { EvaluationProgress } from "#/worker/protocol/messages.ts";

export interface EvaluationRequest {
  readonly split: Split;
  readonly indices: Uint32Array;
  readonly seed: number;
  /** On the first `images` of them. */
  readonly iwae: { readonly samples: number; readonly images: number } | null;
}

const priorSamples = 1000;
const tellMs = 200;

type Tell = (progress: EvaluationProgress) => void;

/** @throws EngineError "cancelled". */
export async function evaluate(
  runner: PieceRunner,
  subject: EvaluationSubject,
  of: EvaluationRequest,
  tell: Tell,
  signal: AbortSignal,
): Promise<Evaluation> {
  // First: every partial result has it then.
  const diversity = await diversityOf(runner, subject, of.seed, tell, signal);
  const sums = new EvaluationSums(subject, diversity);
  const images = of.indices.length;
  const elbo = stage("elbo", images, runner, tell);
  await scoreImages(
    ...([runner, "evaluation", subject, { ...of, stream: "evaluation" }] as const),
    ...([new PieceSizer(), signal] as const),
    (terms, piece) => {
      sums.add(terms, piece);
      elbo(piece.from + piece.rows, () => sums.figures(null, false));
    },
  );
  const bound = await iwae(runner, subject, of, sums, tell, signal);
  return sums.figures(bound, true);
}

/** Null for an autoencoder, which has no density to bound, and where nobody asks. */
async function iwae(
  runner: PieceRunner,
  subject: EvaluationSubject,
  of: EvaluationRequest,
  sums: EvaluationSums,
  tell: Tell,
  signal: AbortSignal,
): Promise<ImportanceBound | null> {
  if (of.iwae === null || !subject.config.objective.sampling) return null;
  const { samples } = of.iwae;
  const indices = of.indices.subarray(0, of.iwae.images);
  const told = stage("iwae", indices.length, runner, tell);
  return importanceBound(
    ...([runner, subject, { ...of, indices, samples }] as const),
    (bound, share) => {
      told(bound?.images ?? 0, () => sums.figures(bound, false), share);
    },
    signal,
  );
}

/** Tells of one stage five times a second at most; a partial result is worked out only when told. */
function stage(
  name: EvaluationProgress["stage"],
  of: number,
  { clock }: PieceRunner,
  tell: Tell,
): (done: number, partial: () => Evaluation | null, share?: number) => void {
  const began = clock.now();
  let toldAt = -Infinity;
  return (done, partial, share = done / of) => {
    const now = clock.now();
    if (now - toldAt < tellMs && done < of) return;
    toldAt = now;
    const secondsLeft = ((now - began) / 1000) * (1 / share - 1);
    tell({ stage: name, done, of, secondsLeft, partial: partial() });
  };
}

/** Mean over pixels of the s.d. across 1,000 decoded z ~ N(0, I), of a conditional model over its classes. */
async function diversityOf(
  runner: PieceRunner,
  subject: EvaluationSubject,
  seed: number,
  tell: Tell,
  signal: AbortSignal,
): Promise<number> {
  const { latent, pixels, classes } = subject.vae;
  const moments = new Moments(pixels);
  const told = stage("diversity", priorSamples, runner, tell);
  const sizer = new PieceSizer();
  await inPieces(runner, "evaluation", priorSamples, sizer, signal, async (from, rows) => {
    const z = noiseAt(seed, "samples", from, rows, latent);
    const labels =
      classes > 0 ? Uint8Array.from({ length: rows }, (_, row) => (from + row) % classes) : null;
    moments.add(await subject.engine.decode(z, rows, labels), rows);
    told(from + rows, () => null);
  });
  const { variance } = moments;
  return variance.reduce((sum, v) => sum + Math.sqrt(v), 0) / pixels;
}
