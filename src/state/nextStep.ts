/**
 * The training step that comes next, taken apart before it is taken: its batch, what the model makes
 * of it, what that costs, and the gradient. Asks the worker questions; changes nothing.
 */
import { unstandardised } from "#/core/data/pixels.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { LossTerms, Weights } from "#/core/training/terms.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { LayerGradient, NextStep } from "#/state/partTypes.ts";

export async function nextStep(
  store: AppStore,
  { deps: { trainer } }: Parts,
  signal?: AbortSignal,
): Promise<NextStep> {
  const options = signal === undefined ? {} : { signal };
  const { built } = store.getState();
  const batch = await trainer.request("nextBatch", null, options);
  const { count, epsilon, labels } = batch;
  // The host prepares what it is given; standardising twice would be another image.
  const images = built.data.pixels === "standardise" ? unstandardised(batch.images) : batch.images;
  const given = { images, count, epsilon, labels };
  const scored = await trainer.request("score", given, options);
  const probed = await trainer.request("probe", given, options);
  return {
    step: batch.step + 1,
    count,
    images,
    epsilon,
    mean: scored.mean,
    logVariance: scored.logVariance,
    z: drawn(built, scored.mean, scored.logVariance, epsilon),
    output: scored.output,
    figure: scored.figure,
    reconstruction: scored.reconstruction,
    klPerDimension: scored.klPerDimension,
    perImage: whole(probed.perImage),
    loss: whole(probed.loss),
    gradients: layerGradients(probed.gradients),
  };
}

/** z = μ + σε, log σ² being that of what is really sampled; μ alone of an autoencoder. */
function drawn(
  { objective }: Pick<ExperimentConfig, "objective">,
  mean: Float32Array,
  logVariance: Float32Array,
  epsilon: Float32Array,
): Float32Array {
  if (!objective.sampling) return mean;
  return mean.map((mu, i) => mu + Math.exp((logVariance[i] ?? 0) / 2) * (epsilon[i] ?? 0));
}

const whole = ({ total, reconstruction, kl }: LossTerms): LossTerms => ({
  ...{ total, reconstruction, kl },
});

/** Euclidean length of all gradients of a layer together, layers in the order of the model. */
export function layerGradients(gradients: Weights): readonly LayerGradient[] {
  const layers = new Map<string, { squares: number; output: number }>();
  for (const [name, { shape, values }] of Object.entries(gradients)) {
    const layer = name.slice(0, name.lastIndexOf("/"));
    const entry = layers.get(layer) ?? { squares: 0, output: 0 };
    for (const value of values) entry.squares += value * value;
    if (name.endsWith("/bias")) entry.output = shape[0] ?? 0;
    layers.set(layer, entry);
  }
  return [...layers].map(([layer, { squares, output }]) => ({
    layer,
    units: output,
    norm: Math.sqrt(squares),
  }));
}
