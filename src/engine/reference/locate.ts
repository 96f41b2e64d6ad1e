/** Where in a batch's pass a number stopped being one. Reads every layer: asked once, after the fact. */
import type { NonFinite } from "#/engine/engine.ts";
import { present, readFloats } from "#/engine/readback.ts";
import type { TrainingPass } from "#/engine/reference/pass.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import { tensorScope } from "#/engine/scope.ts";
import { clone, keep, type Tensor } from "#/engine/tf.ts";

/** What one layer gives, or the gradients of its parameters. Owned. */
interface Trace {
  readonly layer: string;
  readonly tensors: readonly Tensor[];
}

/** `run` is called in a scope of its own. Null where all is sound. */
export async function firstNonFinite(run: () => TrainingPass): Promise<NonFinite | null> {
  const { terms, read, outputs, gradients } = traced(run);
  const [values] = await readFloats([terms]);
  const output = await firstOf(outputs);
  const gradient = await firstOf(gradients);
  const { loss } = read(present(values));
  // In the order of the pass: the KL term needs the heads alone.
  if (!Number.isFinite(loss.kl)) return { term: "kl", layer: output };
  if (!Number.isFinite(loss.total)) return { term: "reconstruction", layer: output };
  return gradient === null ? null : { term: "gradient", layer: gradient };
}

/** The layers' outputs in the order of the pass, their gradients from the output back. */
function traced(run: () => TrainingPass) {
  using _scope = tensorScope();
  const { encoded, decoded, gradients, terms } = run();
  const encoder = [...encoded.passes, encoded.mean, encoded.logVariance];
  const layers = [...encoder, ...decoded.passes, decoded.output];
  return {
    terms: owned(terms.values),
    read: terms.read,
    outputs: layers.map(({ layer, output }) => trace(layer.name, [output])),
    gradients: layers
      .toReversed()
      .map(({ layer }) => trace(layer.name, gradientsOf(gradients, layer.name))),
  };
}

async function firstOf(traces: readonly Trace[]): Promise<string | null> {
  let found: string | null = null;
  for (const { layer, tensors } of traces) {
    // Also behind the first: reading disposes them.
    const values = await readFloats(tensors);
    if (found === null && !values.every((part) => part.every(Number.isFinite))) found = layer;
  }
  return found;
}

function gradientsOf(gradients: TensorsByName, layer: string): readonly Tensor[] {
  return Object.entries(gradients)
    .filter(([name]) => name.startsWith(`${layer}/`))
    .map(([, gradient]) => gradient);
}

function trace(layer: string, tensors: readonly Tensor[]): Trace {
  return { layer, tensors: tensors.map(owned) };
}

/** A tensor of its own for each: a layer may hand on what it was given. */
function owned(tensor: Tensor): Tensor {
  return keep(clone(tensor));
}
