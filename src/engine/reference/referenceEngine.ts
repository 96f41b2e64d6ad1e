/**
 * The VAE in tfjs operations, on whatever backend is active: the implementation that is right by
 * construction and runs everywhere. Each method opens one scope, makes its tensors in it and leaves
 * none behind; reading back happens after the scope is closed.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { checkState } from "#/engine/checkpoint.ts";
import type {
  Engine,
  EngineState,
  ImageTerms,
  StepSettings,
  TrainingBatch,
} from "#/engine/engine.ts";
import { present, readFloats } from "#/engine/readback.ts";
import { createDeviceOptimizer } from "#/engine/reference/deviceOptimizer.ts";
import { createHostOptimizer } from "#/engine/reference/hostOptimizer.ts";
import { decoding, encoding, latentScores, scores } from "#/engine/reference/inspection.ts";
import { firstNonFinite } from "#/engine/reference/locate.ts";
import { trainingPass } from "#/engine/reference/pass.ts";
import { readProbe } from "#/engine/reference/probe.ts";
import { createStatistics } from "#/engine/reference/statistics.ts";
import { createTermLog } from "#/engine/reference/termLog.ts";
import { tensorScope } from "#/engine/scope.ts";
import { hasHostMemory, keep, tensor2d, type Tensor } from "#/engine/tf.ts";

export interface ReferenceOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  readonly objective: ObjectiveSpec;
  readonly optimizer: UpdateRule;
}

/** @throws EngineError "weights-invalid" when the state does not fit the model. */
export function createReferenceEngine(options: ReferenceOptions): Engine {
  const { resolved, state, objective } = options;
  const { parameters } = resolved;
  checkState(resolved, state);
  const model = { vae: resolved, objective };
  const createOptimizer = hasHostMemory() ? createHostOptimizer : createDeviceOptimizer;
  const optimizer = createOptimizer(parameters, options.optimizer, state);
  const statistics = createStatistics(resolved.statistics, state.weights);
  const terms = createTermLog();
  const weights = () => ({ ...optimizer.weights, ...statistics.tensors });

  function pass(
    { count, images, epsilon, labels, dropout }: TrainingBatch,
    settings: StepSettings,
  ) {
    const input = {
      count,
      images: tensor2d(images, [count, resolved.pixels]),
      epsilon: tensor2d(epsilon, [count, resolved.latent]),
      mode: {
        training: true,
        labels,
        dropout: dropout === null ? null : tensor2d(dropout, [count, resolved.dropoutUnits]),
      },
    };
    return trainingPass(model, weights(), input, settings);
  }

  return {
    kind: "reference",
    parameters,
    dispatchesPerStep: null,

    step(batch, settings): void {
      using _scope = tensorScope();
      const done = pass(batch, settings);
      terms.add(done.terms);
      const { learningRate, clip } = settings;
      optimizer.apply(done.gradients, { learningRate, clip, scale: done.scale });
      statistics.take(done.statistics);
    },

    readTerms() {
      return terms.read();
    },

    async encode(images, count, labels) {
      const read = scoped(() => encoding(model, weights(), images, count, labels));
      const [mu, logVariance] = await readFloats(read);
      return { mean: present(mu), logVariance: present(logVariance) };
    },

    async decode(z, count, labels, options = {}) {
      const raw = options.raw === true;
      const read = scoped(() => [decoding(model, weights(), z, count, { labels, raw })]);
      const [images] = await readFloats(read);
      return present(images);
    },

    async score(batch): Promise<ImageTerms> {
      const [mu, logVariance, reconstruction, kl, written, writtenKl, output, raw] =
        await readFloats(scoped(() => scores(model, weights(), batch)));
      return {
        mean: present(mu),
        logVariance: present(logVariance),
        reconstruction: present(reconstruction),
        klPerDimension: present(kl),
        writtenReconstruction: present(written),
        writtenKl: present(writtenKl),
        output: present(output),
        raw: present(raw),
      };
    },

    async scoreLatents(z, targets, count, labels) {
      const batch = { z, targets, count, labels };
      const [values] = await readFloats(scoped(() => [latentScores(model, weights(), batch)]));
      return present(values);
    },

    probe(batch, settings) {
      return readProbe(parameters, () => pass(batch, settings));
    },

    locate(batch, settings) {
      return firstNonFinite(() => pass(batch, settings));
    },

    async exportState() {
      const [{ weights: learnt, optimizer: moments }, kept] = await Promise.all([
        optimizer.save(),
        statistics.save(),
      ]);
      return { weights: { ...learnt, ...kept }, optimizer: moments };
    },

    importState(next) {
      checkState(resolved, next);
      optimizer.load(next);
      statistics.load(next.weights);
    },

    get hostBytes() {
      return optimizer.hostBytes;
    },

    [Symbol.dispose]() {
      optimizer[Symbol.dispose]();
      statistics[Symbol.dispose]();
      terms[Symbol.dispose]();
    },
  };
}

/** Runs `make` in a scope of its own. @returns what it returns, kept: the caller's to dispose. */
function scoped(make: () => readonly Tensor[]): readonly Tensor[] {
  using _scope = tensorScope();
  return make().map((made) => keep(made));
}
