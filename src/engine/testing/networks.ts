/**
 * Networks alone, forward and backward, against the double-precision ones; what is minimised is
 * conformance.ts's. Checks that throw.
 */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { referenceDecode, referenceEncode } from "#/core/objective/network.ts";
import type { EngineState, TrainingBatch } from "#/engine/engine.ts";
import { readFloats } from "#/engine/readback.ts";
import { decoderBackward, encoderBackward } from "#/engine/reference/backward.ts";
import { decodeForward, encodeForward } from "#/engine/reference/forward.ts";
import type { PassMode } from "#/engine/reference/mode.ts";
import { tensorScope } from "#/engine/scope.ts";
import { assertClose } from "#/engine/testing/check.ts";
import { freshState, testBatch } from "#/engine/testing/models.ts";
import { type DoubleWeights, toDouble } from "#/engine/testing/oracle.ts";
import { add, keep, mul, tensor, tensor2d, type Tensor } from "#/engine/tf.ts";

/** What the engine's networks make of a batch: values by name, the gradients of `quadratic` among them. */
export async function runNetworks(
  vae: ResolvedVae,
  { weights }: EngineState,
  batch: TrainingBatch,
  training: boolean,
): Promise<Readonly<Record<string, Float32Array>>> {
  const made = scoped(() => {
    const tensors = Object.fromEntries(
      Object.entries(weights).map(([name, { shape, values }]) => [
        name,
        tensor(values, [...shape]),
      ]),
    );
    const mode: PassMode = {
      training,
      labels: batch.labels,
      dropout: batch.dropout === null ? null : tensor(batch.dropout),
    };
    const encoded = encodeForward(
      vae,
      tensors,
      tensor2d(batch.images, [batch.count, vae.pixels]),
      mode,
    );
    const [mu, lambda] = [encoded.mean.output, encoded.logVariance.output];
    const decoded = decodeForward(vae, tensors, add(mu, mul(lambda, 0.5)), mode);
    const output = decoded.output.output;
    const values: Record<string, Tensor> = { mu, lambda, output };
    Object.assign(values, encoded.statistics, decoded.statistics);
    if (!training) return values;
    const gradients: Record<string, Tensor> = {};
    const dz = decoderBackward(decoded, tensors, output, gradients);
    encoderBackward(encoded, tensors, add(dz, mu), add(mul(dz, 0.5), lambda), gradients);
    for (const [name, value] of Object.entries(gradients)) values[`d ${name}`] = value;
    return values;
  });
  const names = Object.keys(made);
  const values = await readFloats(Object.values(made));
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? new Float32Array()]));
}

function scoped(make: () => Readonly<Record<string, Tensor>>): Readonly<Record<string, Tensor>> {
  using _scope = tensorScope();
  const made = make();
  for (const value of Object.values(made)) keep(value);
  return made;
}

function referenceValues(
  vae: ResolvedVae,
  weights: DoubleWeights,
  batch: TrainingBatch,
  training: boolean,
) {
  const statistics: Record<string, Float64Array> = {};
  const mode = { training, dropout: batch.dropout, statistics };
  const { mean, logVariance } = referenceEncode(vae, weights, batch.images, batch.labels, mode);
  const z = mean.map((mu, i) => mu + 0.5 * (logVariance[i] ?? 0));
  const output = referenceDecode(vae, weights, z, batch.labels, mode);
  return { mu: mean, lambda: logVariance, output, ...statistics };
}

/** ½ Σ μ² + λ² + o², with the decoder at z = μ + λ/2: a loss that every weight takes part in. */
function quadratic(vae: ResolvedVae, weights: DoubleWeights, batch: TrainingBatch): number {
  const { mu, lambda, output } = referenceValues(vae, weights, batch, true);
  const squares = (x: Float64Array) => x.reduce((sum, value) => sum + value * value, 0);
  return (squares(mu) + squares(lambda) + squares(output)) / 2;
}

/**
 * Values within 5e-5, gradients within 5e-4 of a tensor's largest one (or 1), outside training too.
 * @throws when they are not.
 */
export async function holdsToReference(vae: ResolvedVae, seed: number): Promise<void> {
  const state = freshState(vae, seed);
  const batch = testBatch(vae, 4, seed);
  const weights = toDouble(state.weights);
  for (const training of [true, false]) {
    const actual = await runNetworks(vae, state, batch, training);
    for (const [name, expected] of Object.entries(referenceValues(vae, weights, batch, training))) {
      assertClose(actual[name] ?? [], expected, 5e-5, name);
    }
    if (training) differentiates(vae, weights, batch, actual);
  }
}

/** Central differences with h = 1e-5, up to eight a tensor, against its largest one. */
function differentiates(
  vae: ResolvedVae,
  weights: DoubleWeights,
  batch: TrainingBatch,
  actual: Readonly<Record<string, Float32Array>>,
): void {
  const h = 1e-5;
  for (const { name, size } of vae.parameters) {
    const values = weights[name] ?? new Float64Array();
    const picked = Array.from({ length: Math.min(size, 8) }, (_, k) =>
      Math.floor((k * size) / Math.min(size, 8)),
    );
    const slopes = picked.map((index) => {
      const held = values[index] ?? 0;
      values[index] = held + h;
      const above = quadratic(vae, weights, batch);
      values[index] = held - h;
      const below = quadratic(vae, weights, batch);
      values[index] = held;
      return (above - below) / (2 * h);
    });
    const gradient = actual[`d ${name}`];
    assertClose(
      picked.map((index) => gradient?.[index] ?? Number.NaN),
      slopes,
      5e-4,
      name,
    );
  }
}
