/**
 * The forward pass: layers in order, keeping what the backward pass will ask for. Called inside a
 * scope.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { type LayerPass, type PassContext, runLayer } from "#/engine/reference/layerPass.ts";
import { oneHot } from "#/engine/reference/layers/joinLabels.ts";
import type { PassMode } from "#/engine/reference/mode.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import type { Tensor } from "#/engine/tf.ts";

export interface Encoded {
  readonly passes: readonly LayerPass[];
  readonly mean: LayerPass;
  readonly logVariance: LayerPass;
  /** The encoder's running statistics after this batch; none outside training. */
  readonly statistics: TensorsByName;
}

export interface Decoded {
  readonly passes: readonly LayerPass[];
  /** Its output is the network's, before any sigmoid. */
  readonly output: LayerPass;
  /** The decoder's, as of `Encoded`. */
  readonly statistics: TensorsByName;
}

/** `weights` hold parameters and running statistics. Images [batch × D]. */
export function encodeForward(
  vae: ResolvedVae,
  weights: TensorsByName,
  images: Tensor,
  mode: PassMode,
): Encoded {
  const context = contextOf(vae, weights, images, mode);
  const passes = runLayers(context, vae.encoder, images);
  const features = passes.at(-1)?.output ?? images;
  return {
    passes,
    mean: runLayer(context, vae.mean, features),
    logVariance: runLayer(context, vae.logVariance, features),
    statistics: statisticsOf(passes),
  };
}

/** `weights` of the decoder are enough. z [batch × latent]. */
export function decodeForward(
  vae: ResolvedVae,
  weights: TensorsByName,
  z: Tensor,
  mode: PassMode,
): Decoded {
  const context = contextOf(vae, weights, z, mode);
  const passes = runLayers(context, vae.decoder, z);
  const features = passes.at(-1)?.output ?? z;
  const output = runLayer(context, vae.output, features);
  return { passes, output, statistics: statisticsOf(passes) };
}

function contextOf(
  vae: ResolvedVae,
  weights: TensorsByName,
  x: Tensor,
  mode: PassMode,
): PassContext {
  const [count = 0] = x.shape;
  return { vae, weights, mode, labels: oneHot(mode.labels, count, vae.classes) };
}

function runLayers(
  context: PassContext,
  layers: readonly ResolvedLayer[],
  input: Tensor,
): readonly LayerPass[] {
  const passes: LayerPass[] = [];
  let x = input;
  for (const layer of layers) {
    const pass = runLayer(context, layer, x);
    passes.push(pass);
    x = pass.output;
  }
  return passes;
}

function statisticsOf(passes: readonly LayerPass[]): TensorsByName {
  return Object.fromEntries(
    passes.flatMap(({ layer, normalised }) =>
      normalised === null
        ? []
        : [
            [`${layer.name}/runningMean`, normalised.runningMean],
            [`${layer.name}/runningVariance`, normalised.runningVariance],
          ],
    ),
  );
}
