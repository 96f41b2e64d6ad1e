/**
 * An engine of one weight for tests of the host: it costs nothing, yet each step depends on the
 * batch, its ε, labels and dropout, the settings and the steps before, so a run that was resumed
 * wrongly shows. Its numbers mean nothing.
 */
import { doesNotCompile, engineFor, type EngineChoice } from "#/core/backend/engine.ts";
import { EngineError } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Weights } from "#/core/training/terms.ts";
import type {
  Engine,
  EngineState,
  ImageTerms,
  Labels,
  ScoreBatch,
  StepSettings,
  StepTerms,
} from "#/engine/engine.ts";

export interface PlainEngineOptions {
  /** Called at each step: a test's clock moves here. */
  readonly onStep?: () => void;
  /** Called at the start of every other job, with its name. */
  readonly onJob?: (name: string) => void;
  /** What it was asked for as, where everything compiles; the reference unless given. */
  readonly choice?: EngineChoice;
  /** Why nothing was compiled for it. */
  readonly refused?: string | null;
  /**
   * What its first step that clips gradients, or does not where it did so before, waits for; it is ready
   * for all unless given.
   */
  readonly compile?: () => Promise<void>;
  /** Clip of its first step. */
  readonly clip?: number;
  /** The `step`-th step has a loss that is no number, or leaves such weights behind. */
  readonly breaks?: { readonly step: number; readonly what: "loss" | "weights" } | undefined;
}

export interface PlainEngine extends Engine {
  readonly disposed: boolean;
}

const fill = (length: number, value: (i: number) => number) =>
  Float32Array.from({ length }, (_, i) => value(i));

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);

export function plainEngine(
  vae: ResolvedVae,
  state: EngineState,
  options: PlainEngineOptions = {},
): PlainEngine {
  const { latent, pixels } = vae;
  const { refused = null } = options;
  let weight = 0;
  let moment = 0;
  let steps = 0;
  let disposed = false;
  let terms: StepTerms[] = [];
  const compiled = new Set([(options.clip ?? 0) > 0]);
  const isReady = ({ clip }: StepSettings) =>
    options.compile === undefined || compiled.has(clip > 0);

  function take(next: EngineState): void {
    const first = next.weights[vae.parameters[0]?.name ?? ""]?.values[0];
    if (first === undefined) {
      throw new EngineError({ code: "weights-invalid", message: "no weight", hint: "give one" });
    }
    weight = first;
    moment = next.optimizer.moments["moment"]?.values[0] ?? 0;
    steps = next.optimizer.steps;
  }

  /** The weight is the first number of the first tensor; all others are 0. */
  function weights(): Weights {
    const tensors = [...vae.parameters, ...vae.statistics].map(({ name, shape, size }, i) => {
      const values = new Float32Array(size);
      if (i === 0) values[0] = weight;
      return [name, { shape, values }] as const;
    });
    return Object.fromEntries(tensors);
  }

  function job(name: string): void {
    if (disposed) throw new Error(`${name} after dispose`);
    options.onJob?.(name);
  }

  function means(images: Float32Array, count: number, labels: Labels): Float32Array {
    return fill(count * latent, (i) => {
      const image = Math.floor(i / latent);
      const ink = mean(images.subarray(image * pixels, (image + 1) * pixels));
      return weight * ink * (1 + (i % latent)) + (labels?.[image] ?? 0) / 8;
    });
  }

  function outputs(z: Float32Array, count: number, labels: Labels): Float32Array {
    return fill(count * pixels, (i) => {
      const row = Math.floor(i / pixels);
      return weight * (z[row * latent] ?? 0) + (labels?.[row] ?? 0);
    });
  }

  const logistic = (values: Float32Array) => values.map((x) => 1 / (1 + Math.exp(-x)));

  function score({ count, images, targets, epsilon, labels }: ScoreBatch): ImageTerms {
    const mu = means(images, count, labels);
    const raw = outputs(mu, count, labels);
    const kl = fill(count * latent, (i) => (mu[i] ?? 0) ** 2 / 2);
    return {
      mean: mu,
      logVariance: new Float32Array(count * latent).fill(-1),
      reconstruction: fill(count, (row) => {
        const of = targets.subarray(row * pixels, (row + 1) * pixels);
        return 50 + mean(of) + (mu[row * latent] ?? 0) + (epsilon[row * latent] ?? 0);
      }),
      klPerDimension: kl,
      writtenReconstruction: new Float32Array(count).fill(40 + 10 * Math.abs(weight - 0.5)),
      writtenKl: kl,
      output: logistic(raw),
      raw,
    };
  }

  take(state);
  return {
    report:
      refused === null ? engineFor(options.choice ?? "reference", true) : doesNotCompile(refused),
    parameters: vae.parameters,
    dispatchesPerStep: null,
    openFeed: null,
    get disposed() {
      return disposed;
    },
    isReady,
    async prepare({ clip }) {
      await options.compile?.();
      compiled.add(clip > 0);
    },
    step({ images, epsilon, labels, dropout }, settings) {
      if (disposed) throw new Error("step after dispose");
      if (!isReady(settings)) throw new Error("a step that nothing is compiled for");
      const { beta, freeBits, learningRate, clip } = settings;
      options.onStep?.();
      const extra = 0.05 * mean(labels ?? []) + 0.05 * mean(dropout ?? []) + 0.01 * freeBits;
      const gradient =
        weight * mean(images) - 0.5 + 0.1 * mean(epsilon) + 0.01 * beta * weight + extra + clip;
      moment = Math.fround(0.9 * moment + 0.1 * gradient);
      const reconstruction = pixels * gradient * gradient;
      const kl = (weight * weight) / 2;
      weight = Math.fround(weight - learningRate * moment);
      steps++;
      const broken = options.breaks?.step === steps ? options.breaks.what : null;
      if (broken === "weights") weight = NaN;
      if (broken === "loss") {
        const none = { total: NaN, reconstruction: NaN, kl };
        terms.push({ loss: none, perImage: none });
        return;
      }
      terms.push({
        loss: { total: 2 * (reconstruction + beta * kl), reconstruction: 2 * reconstruction, kl },
        perImage: { total: reconstruction + beta * kl, reconstruction, kl },
      });
    },
    readTerms() {
      const read = terms;
      terms = [];
      return Promise.resolve(read);
    },
    encode(images, count, labels) {
      job("encode");
      return Promise.resolve({
        mean: means(images, count, labels),
        logVariance: new Float32Array(count * latent).fill(-1),
      });
    },
    decode(z, count, labels, { raw = false } = {}) {
      job("decode");
      const drawn = outputs(z, count, labels);
      return Promise.resolve(raw ? drawn : logistic(drawn));
    },
    score(batch) {
      job("score");
      return Promise.resolve(score(batch));
    },
    scoreLatents(z, targets, count, labels) {
      job("scoreLatents");
      const p = logistic(outputs(z, count, labels));
      return Promise.resolve(
        fill(count, (row) => {
          let nats = 0;
          for (let i = row * pixels; i < (row + 1) * pixels; i++) {
            const [q, x] = [p[i] ?? 0, targets[i] ?? 0];
            nats -= x * Math.log(q) + (1 - x) * Math.log(1 - q);
          }
          return nats;
        }),
      );
    },
    probe() {
      job("probe");
      const only = { total: weight, reconstruction: weight, kl: 0 };
      return Promise.resolve({
        ...{ loss: only, perImage: only },
        klPerDimension: new Float32Array(latent),
        gradients: weights(),
      });
    },
    locate() {
      job("locate");
      if (!Number.isFinite(weight)) return Promise.resolve({ term: "kl", layer: "mean" });
      const { breaks } = options;
      if (breaks?.step !== steps + 1) return Promise.resolve(null);
      return Promise.resolve(
        breaks.what === "loss"
          ? { term: "reconstruction", layer: "output" }
          : { term: "gradient", layer: "encoder/0" },
      );
    },
    exportState() {
      job("exportState");
      const moments = { moment: { shape: [1], values: Float32Array.of(moment) } };
      return Promise.resolve({ weights: weights(), optimizer: { steps, moments } });
    },
    importState(next) {
      take(next);
      terms = [];
    },
    hostBytes: 0,
    deviceBytes: 0,
    [Symbol.dispose]() {
      disposed = true;
    },
  };
}
