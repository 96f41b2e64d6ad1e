/** Loss and gradients of one pass, in the units of the loss as written. */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import type { Probe, StepTerms } from "#/engine/engine.ts";
import { present, readFloats } from "#/engine/readback.ts";
import { klTerms } from "#/engine/reference/objective/posterior.ts";
import { headsOf, type TrainingPass } from "#/engine/reference/pass.ts";
import { namedTensor } from "#/engine/reference/weights.ts";
import { tensorScope } from "#/engine/scope.ts";
import { keep, mean, mul, type Tensor } from "#/engine/tf.ts";

/** `run` is called in a scope of its own. */
export async function readProbe(
  parameters: readonly ParameterSpec[],
  run: () => TrainingPass,
): Promise<Probe> {
  const { tensors, read } = probed(parameters, run);
  const [values, kl, ...gradients] = await readFloats(tensors);
  return {
    ...read(present(values)),
    klPerDimension: present(kl),
    gradients: Object.fromEntries(
      parameters.map(({ name, shape }, i) => [name, { shape, values: present(gradients[i]) }]),
    ),
  };
}

interface Probed {
  /** Terms, mean KL of each dimension, gradients in the order of the parameters. Owned by the caller. */
  readonly tensors: readonly Tensor[];
  readonly read: (values: Float32Array) => StepTerms;
}

function probed(parameters: readonly ParameterSpec[], run: () => TrainingPass): Probed {
  using _scope = tensorScope();
  const { encoded, gradients, scale, terms } = run();
  const heads = headsOf(encoded);
  const kl = mean(klTerms(heads.mean, heads.logVariance), 0);
  const scaled = parameters.map(({ name }) => mul(namedTensor(gradients, name), scale));
  return { tensors: [terms.values, kl, ...scaled].map((made) => keep(made)), read: terms.read };
}
