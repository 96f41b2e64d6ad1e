/** The fake trainer's answers to questions that change nothing. */
import type { BackendReport } from "#/core/backend/report.ts";
import { bitsPerDimension } from "#/core/metrics/bits.ts";
import type { Evaluation } from "#/core/training/terms.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";
import {
  fakeDecode,
  fakeEncode,
  fakeImages,
  fakeRaw,
  fakeShown,
} from "#/worker/testing/fakeModel.ts";
import type { FakeRun } from "#/worker/testing/fakeRun.ts";

type Answers = Pick<
  Handlers,
  | "preview"
  | "decode"
  | "encode"
  | "score"
  | "evaluate"
  | "estimate"
  | "images"
  | "dataset"
  | "retryChunks"
  | "weights"
  | "probe"
  | "nextBatch"
  | "checkpoint"
  | "diagnostics"
>;

export function fakeAnswers(current: () => FakeRun, report: BackendReport): Answers {
  return {
    preview: ({ points }) => Promise.resolve(current().frame(points)),
    decode: ({ z, count, raw, labels }) => {
      const { pixels, step, config } = current();
      const p = fakeDecode(z, count, pixels, step, labels);
      if (raw) return Promise.resolve({ images: fakeRaw(p), step, figure: null });
      return Promise.resolve({ ...fakeShown(config.objective.display, p), step });
    },
    encode: ({ images, count }) => {
      const { latent, step } = current();
      return Promise.resolve({ ...fakeEncode(images, count, latent), step });
    },
    score: ({ images, count, labels }) => {
      const { latent, step, pixels, config, terms } = current();
      const encoded = fakeEncode(images, count, latent);
      const p = fakeDecode(encoded.mean, count, pixels, step, labels);
      const { images: output, figure } = fakeShown(config.objective.display, p);
      const { reconstruction, kl } = terms.perImage;
      return Promise.resolve({
        ...encoded,
        reconstruction: new Float32Array(count).fill(reconstruction),
        klPerDimension: new Float32Array(count * latent).fill(kl / latent),
        ...{ output, figure, step },
      });
    },
    evaluate: ({ limit, iwae }) =>
      Promise.resolve(fakeEvaluation(current(), { limit, iwae, complete: true })),
    estimate: (what) => {
      const run = current();
      const msPerStep = 5;
      const seconds =
        what.of === "training"
          ? ((run.planned - run.step) * msPerStep) / 1000
          : (what.samples * what.images) / 50_000;
      return Promise.resolve({ seconds, msPerStep });
    },
    images: ({ indices }) =>
      Promise.resolve({
        pixels: fakeImages(indices, current().pixels),
        labels: Uint8Array.from(indices, (index) => index % current().set.classes.length),
      }),
    dataset: () => Promise.resolve(current().dataset()),
    retryChunks: () => Promise.resolve(current().dataset()),
    weights: () => Promise.resolve(current().weights()),
    probe: () => {
      const run = current();
      return Promise.resolve({
        ...run.terms,
        klPerDimension: new Float32Array(run.latent),
        gradients: run.weights(),
      });
    },
    nextBatch: () => {
      const { step, pixels, latent, config, set, classes } = current();
      const count = config.training.batch;
      const indices = Uint32Array.from(
        { length: count },
        (_, row) => (step * count + row) % set.train,
      );
      return Promise.resolve({
        ...{ step, indices, count, images: fakeImages(indices, pixels) },
        epsilon: Float32Array.from({ length: count * latent }, (_, i) => Math.sin(step + i)),
        labels: classes > 0 ? Uint8Array.from(indices, (index) => index % classes) : null,
      });
    },
    checkpoint: () => Promise.resolve(current().checkpoint()),
    diagnostics: () => {
      const engine = current().engine(report);
      return Promise.resolve({
        backend: report.backend,
        adapter: report.adapter,
        software: report.software,
        reason: report.reason,
        engine: engine.kind,
        engineReason: engine.reason,
        tensors: 12,
        bytes: 4800,
        dispatchesPerStep: 16,
        jsMsPerStep: 1,
        crossOriginIsolated: report.crossOriginIsolated,
        workerRestarts: 0,
      });
    },
  };
}

/** Figures of the current step; everything that may be absent is there where it should be. */
export function fakeEvaluation(
  run: FakeRun,
  asked: {
    readonly limit: number | null;
    readonly iwae: { readonly samples: number; readonly images: number } | null;
    readonly complete: boolean;
  },
): Evaluation {
  const { latent, set, pixels, config } = run;
  const { reconstruction, kl } = run.terms.perImage;
  const { sampling, likelihood } = config.objective;
  const images = Math.min(asked.limit ?? Infinity, set.test);
  const negativeElbo = sampling ? reconstruction + kl : null;
  return {
    images,
    complete: asked.complete,
    reconstruction,
    kl: sampling ? kl : 0,
    negativeElbo,
    klPerDimension: new Float32Array(latent).fill(sampling ? kl / latent : 0),
    activeUnits: latent,
    trainingLoss: run.terms.loss,
    gaussian: likelihood === "gaussian" ? { negativeLogLikelihood: -pixels, sigma: 0.2 } : null,
    iwae:
      asked.iwae === null || !sampling
        ? null
        : {
            samples: asked.iwae.samples,
            images: Math.min(asked.iwae.images, images),
            negativeBound: reconstruction + kl - 2,
            standardError: 0.5,
          },
    ...bitsPerDimension(config, negativeElbo, pixels),
    diversity: 0.1,
    aggregatePosterior: {
      mean: new Float32Array(latent),
      variance: new Float32Array(latent).fill(1),
    },
  };
}
