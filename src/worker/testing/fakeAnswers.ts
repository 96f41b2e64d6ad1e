/** The fake trainer's answers to questions that change nothing. */
import type { BackendReport } from "#/core/backend/report.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";
import { fakeDecode, fakeEncode, fakeImages } from "#/worker/testing/fakeModel.ts";
import type { FakeRun } from "#/worker/testing/fakeRun.ts";

type Answers = Pick<
  Handlers,
  | "preview"
  | "decode"
  | "encode"
  | "score"
  | "evaluate"
  | "images"
  | "dataset"
  | "retryChunks"
  | "weights"
  | "probe"
  | "checkpoint"
  | "diagnostics"
>;

export function fakeAnswers(current: () => FakeRun, report: BackendReport): Answers {
  return {
    preview: ({ points }) => Promise.resolve(current().frame(points)),
    decode: ({ z, count }) => {
      const { pixels, step } = current();
      return Promise.resolve({ images: fakeDecode(z, count, pixels, step), step });
    },
    encode: ({ images, count }) => {
      const { latent, step } = current();
      return Promise.resolve({ ...fakeEncode(images, count, latent), step });
    },
    score: ({ images, count }) => {
      const { latent, step, pixels, terms } = current();
      const encoded = fakeEncode(images, count, latent);
      return Promise.resolve({
        ...encoded,
        reconstruction: new Float32Array(count).fill(terms.reconstruction),
        klPerDimension: new Float32Array(count * latent).fill(terms.kl / latent),
        output: fakeDecode(encoded.mean, count, pixels, step),
        step,
      });
    },
    evaluate: ({ limit }) => {
      const { latent, set, terms } = current();
      return Promise.resolve({
        images: Math.min(limit ?? Infinity, set.test),
        reconstruction: terms.reconstruction,
        kl: terms.kl,
        negativeElbo: terms.reconstruction + terms.kl,
        klPerDimension: new Float32Array(latent).fill(terms.kl / latent),
        activeUnits: latent,
        trainingLoss: terms,
        diversity: 0.1,
        aggregatePosterior: {
          mean: new Float32Array(latent),
          variance: new Float32Array(latent).fill(1),
        },
      });
    },
    images: ({ indices }) =>
      Promise.resolve({
        pixels: fakeImages(indices, current().pixels),
        labels: Uint8Array.from(indices, (index) => index % 10),
      }),
    dataset: () => Promise.resolve(current().dataset()),
    retryChunks: () => Promise.resolve(current().dataset()),
    weights: () => Promise.resolve(current().weights()),
    probe: () => {
      const run = current();
      return Promise.resolve({
        loss: run.terms,
        klPerDimension: new Float32Array(run.latent),
        gradients: run.weights(),
      });
    },
    checkpoint: () => Promise.resolve(current().checkpoint()),
    diagnostics: () =>
      Promise.resolve({
        backend: report.backend,
        adapter: report.adapter,
        software: report.software,
        reason: report.reason,
        engine: report.engine,
        tensors: 12,
        bytes: 4800,
        dispatchesPerStep: null,
        jsMsPerStep: 1,
        crossOriginIsolated: report.crossOriginIsolated,
        workerRestarts: 0,
      }),
  };
}
