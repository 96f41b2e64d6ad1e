/**
 * From a `VaeSpec` to layers with known shapes, or a sentence why it cannot be built. Sizes in
 * memory and work are cost.ts's; ranges of single fields are checked where they are read.
 */
import type { Fault } from "#/core/fault.ts";
import { outputLayer } from "#/core/model/outputLayer.ts";
import { listParameters } from "#/core/model/parameters.ts";
import type { LayerShape, ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import {
  convLayer,
  convTransposeLayer,
  denseLayer,
  shapeSize,
} from "#/core/model/resolvedLayer.ts";
import { shapeFault } from "#/core/model/shapeFault.ts";
import type { Block, ImageShape, VaeSpec } from "#/core/model/spec.ts";
import { err, ok, type Result } from "#/core/result.ts";

export interface ResolveOptions {
  /** Labels of the data set; a conditional model needs them. */
  readonly classes?: number;
  /** Adds `output/logSigma`. */
  readonly learntSigma?: boolean;
}

/**
 * @returns the fault "shape-invalid", with the layer and a way out, when layers do not fit;
 * "labels-missing" when a conditional model has no labels.
 */
export function resolveVae(
  spec: VaeSpec,
  image: ImageShape,
  { classes = 0, learntSigma = false }: ResolveOptions = {},
): Result<ResolvedVae, Fault> {
  const encoder = resolveBlocks("encoder", spec.encoder, image);
  if (!encoder.ok) return encoder;
  const features = encoder.value.at(-1)?.output ?? image;
  const mean = denseLayer("mean", features, [spec.latent], "linear");
  const logVariance = denseLayer("logVariance", features, [spec.latent], "linear");
  const decoder = resolveBlocks("decoder", spec.decoder, [spec.latent]);
  if (!decoder.ok) return decoder;
  const output = outputLayer(decoder.value, [spec.latent], image);
  if (!output.ok) return output;

  const layers = [...encoder.value, mean, logVariance, ...decoder.value, output.value];
  const parameters = layers.flatMap(listParameters);
  return ok({
    image,
    pixels: shapeSize(image),
    latent: spec.latent,
    encoder: encoder.value,
    mean,
    logVariance,
    decoder: decoder.value,
    output: output.value,
    parameters,
    parameterCount: parameters.reduce((sum, parameter) => sum + parameter.size, 0),
  });
}

function resolveBlocks(
  side: "encoder" | "decoder",
  blocks: readonly Block[],
  start: LayerShape,
): Result<readonly ResolvedLayer[], Fault> {
  const layers: ResolvedLayer[] = [];
  let input = start;
  for (const [index, block] of blocks.entries()) {
    const layer = resolveBlock(`${side}/${String(index)}`, block, input);
    if (!layer.ok) return layer;
    layers.push(layer.value);
    input = layer.value.output;
  }
  return ok(layers);
}

function resolveBlock(name: string, block: Block, input: LayerShape): Result<ResolvedLayer, Fault> {
  switch (block.kind) {
    case "dense":
      return ok(denseLayer(name, input, [block.units], block.activation));
    case "denseToMap": {
      const map: ImageShape = [block.height, block.width, block.channels];
      return ok(denseLayer(name, input, map, block.activation));
    }
    case "conv":
    case "convTranspose":
      if (input.length === 1) {
        return err(
          shapeFault(
            "vector-before-convolution",
            `${name} is a convolution, and the layer before it gives a vector of ${String(input[0])}`,
            "Put a dense-to-map layer before it, or make it dense.",
            { layer: name, units: input[0] },
          ),
        );
      }
      return ok(
        block.kind === "conv"
          ? convLayer(name, input, block)
          : convTransposeLayer(name, input, block),
      );
  }
}
