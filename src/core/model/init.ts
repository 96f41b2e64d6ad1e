/**
 * The weights of a state at step 0, from a seed. Every tensor draws from its own stream: widening one
 * moves no other.
 */
import { assertNever } from "#/core/assertNever.ts";
import type { ParameterSpec, ResolvedVae } from "#/core/model/resolved.ts";
import type { WeightInit } from "#/core/model/spec.ts";
import type { Rng } from "#/core/rng.ts";
import type { Weights } from "#/core/training/terms.ts";

export interface InitialScale {
  /** σ that a learnt Gaussian pixel starts with. */
  readonly noiseSigma: number;
}

/**
 * Parameters and running statistics. `rng` is the run's stream for weights; its position does not
 * matter and does not move.
 */
export function initialWeights(
  { parameters, statistics }: Pick<ResolvedVae, "parameters" | "statistics">,
  init: WeightInit,
  rng: Rng,
  { noiseSigma }: InitialScale,
): Weights {
  return Object.fromEntries(
    [...parameters, ...statistics].map((tensor) => {
      const { name, shape, size, role } = tensor;
      const values = new Float32Array(size);
      switch (role) {
        case "kernel":
        case "bias":
          draw(values, tensor, init, rng.fork(name));
          break;
        case "scale":
        case "runningVariance":
          values.fill(1);
          break;
        case "logSigma":
          values.fill(Math.log(noiseSigma));
          break;
        case "shift":
        case "runningMean":
          break;
        default:
          assertNever(role);
      }
      return [name, { shape, values }];
    }),
  );
}

function draw(values: Float32Array, parameter: ParameterSpec, init: WeightInit, rng: Rng): void {
  const { fanIn, fanOut, role } = parameter;
  switch (init) {
    // Glorot & Bengio, 2010, equation 16.
    case "glorot":
      if (role === "kernel") fillUniform(values, Math.sqrt(6 / (fanIn + fanOut)), rng);
      return;
    // He et al., 2015, equation 10.
    case "he":
      if (role === "kernel") {
        const deviation = Math.sqrt(2 / fanIn);
        for (let i = 0; i < values.length; i++) values[i] = deviation * rng.normal();
      }
      return;
    case "pytorch":
      fillUniform(values, 1 / Math.sqrt(fanIn), rng);
      return;
    default:
      assertNever(init);
  }
}

function fillUniform(values: Float32Array, limit: number, rng: Rng): void {
  for (let i = 0; i < values.length; i++) values[i] = limit * (2 * rng.uniform() - 1);
}
