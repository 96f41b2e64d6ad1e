/**
 * The VAE in tfjs operations, on whatever backend is active: the implementation that is right by
 * construction and runs everywhere. Each method opens one scope, makes its tensors in it and leaves
 * none behind; reading back happens after the scope is closed.
 */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import type {
  EncodedImages,
  Engine,
  EngineState,
  ImageTerms,
  Probe,
  StepSettings,
  TrainingBatch,
} from "#/engine/engine.ts";
import { readFloats } from "#/engine/readback.ts";
import { decodeForward, encodeForward, reparameterise } from "#/engine/reference/forward.ts";
import { createDeviceAdam } from "#/engine/reference/deviceAdam.ts";
import { createHostAdam } from "#/engine/reference/hostAdam.ts";
import { klTerms, pixelTerms } from "#/engine/reference/objective.ts";
import { lossAndGradients } from "#/engine/reference/pass.ts";
import { createTermLog } from "#/engine/reference/termLog.ts";
import { tensorScope } from "#/engine/scope.ts";
import {
  hasHostMemory,
  keep,
  mean,
  memory,
  mul,
  sigmoid,
  tensor2d,
  type Tensor,
} from "#/engine/tf.ts";

export interface ReferenceOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  /** Adam's ε, added to √v̂. */
  readonly epsilon: number;
}

/** @throws EngineError "weights-invalid" when the state does not fit the model. */
export function createReferenceEngine({ resolved, state, epsilon }: ReferenceOptions): Engine {
  const { latent, parameters, pixels } = resolved;
  const createOptimizer = hasHostMemory() ? createHostAdam : createDeviceAdam;
  const optimizer = createOptimizer(parameters, epsilon, state);
  const terms = createTermLog();

  const imageTensor = (images: Float32Array, count: number) => tensor2d(images, [count, pixels]);
  const latentTensor = (z: Float32Array, count: number) => tensor2d(z, [count, latent]);

  function run(batch: TrainingBatch, beta: number) {
    const { count } = batch;
    const images = imageTensor(batch.images, count);
    const epsilon = latentTensor(batch.epsilon, count);
    return lossAndGradients(resolved, optimizer.weights, { images, epsilon }, beta);
  }

  return {
    kind: "reference",
    parameters,
    dispatchesPerStep: null,

    step(batch: TrainingBatch, { beta, learningRate }: StepSettings): void {
      using _scope = tensorScope();
      const pass = run(batch, beta);
      terms.add(keep(pass.terms), beta);
      optimizer.apply(pass.gradients, { learningRate, count: batch.count });
    },

    readTerms(): Promise<readonly LossTerms[]> {
      return terms.read();
    },

    async encode(images: Float32Array, count: number): Promise<EncodedImages> {
      const [mu, lambda] = await readFloats(
        scoped(() => {
          const encoded = encodeForward(resolved, optimizer.weights, imageTensor(images, count));
          return [encoded.mean.output, encoded.logVariance.output];
        }),
      );
      return { mean: present(mu), logVariance: present(lambda) };
    },

    async decode(z, count, options = {}): Promise<Float32Array> {
      const [output] = await readFloats(
        scoped(() => {
          const decoded = decodeForward(resolved, optimizer.weights, latentTensor(z, count));
          const logits = decoded.output.output;
          return [options.raw === true ? logits : sigmoid(logits)];
        }),
      );
      return present(output);
    },

    async score(batch: TrainingBatch): Promise<ImageTerms> {
      const { count } = batch;
      const [mu, lambda, reconstruction, kl, output] = await readFloats(
        scoped(() => {
          const images = imageTensor(batch.images, count);
          const encoded = encodeForward(resolved, optimizer.weights, images);
          const [m, l] = [encoded.mean.output, encoded.logVariance.output];
          const { z } = reparameterise(m, l, latentTensor(batch.epsilon, count));
          const decoded = decodeForward(resolved, optimizer.weights, z);
          const pixel = pixelTerms(decoded.output.output, images);
          return [m, l, pixel.reconstruction, klTerms(m, l), pixel.probability];
        }),
      );
      return {
        mean: present(mu),
        logVariance: present(lambda),
        reconstruction: present(reconstruction),
        klPerDimension: present(kl),
        output: present(output),
      };
    },

    async probe(batch: TrainingBatch, { beta }: StepSettings): Promise<Probe> {
      const [values, kl, ...gradients] = await readFloats(
        scoped(() => {
          const pass = run(batch, beta);
          const averaged = parameters.map(({ name }) =>
            mul(present(pass.gradients[name]), 1 / batch.count),
          );
          return [pass.terms, mean(pass.kl, 0), ...averaged];
        }),
      );
      const [reconstruction = Number.NaN, total = Number.NaN] = present(values);
      return {
        loss: { total: reconstruction + beta * total, reconstruction, kl: total },
        klPerDimension: present(kl),
        gradients: Object.fromEntries(
          parameters.map(({ name, shape }, i) => [name, { shape, values: present(gradients[i]) }]),
        ),
      };
    },

    exportState(): Promise<EngineState> {
      return optimizer.save();
    },

    importState(next: EngineState): void {
      optimizer.load(next);
    },

    memory() {
      const { numTensors, numBytes } = memory();
      return { tensors: numTensors, bytes: numBytes + optimizer.hostBytes };
    },

    [Symbol.dispose](): void {
      optimizer[Symbol.dispose]();
      terms[Symbol.dispose]();
    },
  };
}

/** Runs `make` in a scope of its own. @returns what it returns, kept: the caller's to dispose. */
function scoped(make: () => readonly Tensor[]): readonly Tensor[] {
  using _scope = tensorScope();
  return make().map((made) => keep(made));
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("fewer results than were asked for");
  return value;
}
