/**
 * An engine of one weight for tests of the host: it costs nothing, yet each step depends on the
 * batch, its ε, the settings and the steps before, so a run that was resumed wrongly shows. Its
 * numbers mean nothing.
 */
import { EngineError } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import type { Engine, EngineState, TrainingBatch } from "#/engine/engine.ts";

export interface PlainEngineOptions {
  /** Called at each step: a test's clock moves here. */
  readonly onStep?: () => void;
  /** Called at the start of every other job, with its name. */
  readonly onJob?: (name: string) => void;
}

export interface PlainEngine extends Engine {
  readonly disposed: boolean;
}

const fill = (length: number, value: (i: number) => number) =>
  Float32Array.from({ length }, (_, i) => value(i));

export function plainEngine(
  vae: ResolvedVae,
  state: EngineState,
  options: PlainEngineOptions = {},
): PlainEngine {
  const { latent, pixels } = vae;
  let weight = 0;
  let moment = 0;
  let steps = 0;
  let disposed = false;
  let terms: LossTerms[] = [];

  function take(next: EngineState): void {
    const first = (next.weights["weight"] ?? Object.values(next.weights)[0])?.values[0];
    if (first === undefined) {
      throw new EngineError({ code: "weights-invalid", message: "no weight", hint: "give one" });
    }
    weight = first;
    moment = next.optimizer.moments["moment"]?.values[0] ?? 0;
    steps = next.optimizer.steps;
  }

  function job(name: string): void {
    if (disposed) throw new Error(`${name} after dispose`);
    options.onJob?.(name);
  }

  const mean = (values: Float32Array) => values.reduce((sum, x) => sum + x, 0) / values.length;

  function score({ count, images, epsilon }: TrainingBatch) {
    const means = fill(count * latent, (i) => {
      const image = Math.floor(i / latent);
      return (
        weight * mean(images.subarray(image * pixels, (image + 1) * pixels)) * (1 + (i % latent))
      );
    });
    return {
      mean: means,
      logVariance: new Float32Array(count * latent).fill(-1),
      reconstruction: fill(
        count,
        (i) => 50 + (means[i * latent] ?? 0) + (epsilon[i * latent] ?? 0),
      ),
      klPerDimension: fill(count * latent, (i) => (means[i] ?? 0) ** 2 / 2),
      output: new Float32Array(count * pixels).fill(0.5),
    };
  }

  take(state);
  return {
    kind: "reference",
    parameters: vae.parameters,
    dispatchesPerStep: null,
    get disposed() {
      return disposed;
    },
    step({ images, epsilon }, { beta, learningRate }) {
      if (disposed) throw new Error("step after dispose");
      options.onStep?.();
      const gradient = weight * mean(images) - 0.5 + 0.1 * mean(epsilon) + 0.01 * beta * weight;
      moment = Math.fround(0.9 * moment + 0.1 * gradient);
      const reconstruction = pixels * gradient * gradient;
      const kl = (weight * weight) / 2;
      weight = Math.fround(weight - learningRate * moment);
      steps++;
      terms.push({ total: reconstruction + beta * kl, reconstruction, kl });
    },
    readTerms() {
      const read = terms;
      terms = [];
      return Promise.resolve(read);
    },
    encode(images, count) {
      job("encode");
      const { mean: means, logVariance } = score({
        count,
        images,
        epsilon: new Float32Array(count * latent),
      });
      return Promise.resolve({ mean: means, logVariance });
    },
    decode(z, count) {
      job("decode");
      return Promise.resolve(
        fill(
          count * pixels,
          (i) => 1 / (1 + Math.exp(-weight * (z[Math.floor(i / pixels) * latent] ?? 0))),
        ),
      );
    },
    score(batch) {
      job("score");
      return Promise.resolve(score(batch));
    },
    probe() {
      job("probe");
      return Promise.resolve({
        loss: { total: weight, reconstruction: weight, kl: 0 },
        klPerDimension: new Float32Array(latent),
        gradients: { weight: { shape: [1], values: Float32Array.of(weight) } },
      });
    },
    exportState() {
      job("exportState");
      return Promise.resolve({
        weights: { weight: { shape: [1], values: Float32Array.of(weight) } },
        optimizer: {
          steps,
          moments: { moment: { shape: [1], values: Float32Array.of(moment) } },
        },
      });
    },
    importState(next) {
      take(next);
      terms = [];
    },
    memory: () => ({ tensors: 1, bytes: 4 }),
    [Symbol.dispose]() {
      disposed = true;
    },
  };
}
