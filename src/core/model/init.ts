/** Initial weights from a seed. Every tensor draws from its own stream: widening one moves no other. */
import { assertNever } from "#/core/assertNever.ts";
import type { ParameterSpec } from "#/core/model/resolved.ts";
import type { WeightInit } from "#/core/model/spec.ts";
import type { Rng } from "#/core/rng.ts";
import type { Weights } from "#/core/training/terms.ts";

/** `rng` is the run's stream for weights; its position does not matter and does not move. */
export function initialWeights(
  parameters: readonly ParameterSpec[],
  init: WeightInit,
  rng: Rng,
): Weights {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const values = new Float32Array(parameter.size);
      fill(values, parameter, init, rng.fork(parameter.name));
      return [parameter.name, { shape: parameter.shape, values }];
    }),
  );
}

function fill(values: Float32Array, parameter: ParameterSpec, init: WeightInit, rng: Rng): void {
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
