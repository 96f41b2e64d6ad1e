/**
 * From a `VaeSpec` to layers with known shapes, or a sentence why it cannot be built. Sizes in
 * memory and work are cost.ts's; ranges of single fields are checked where they are read.
 */
import type { Fault } from "#/core/fault.ts";
import { dropoutUnits } from "#/core/model/dropoutUnits.ts";
import { outputLayer } from "#/core/model/outputLayer.ts";
import { listParameters, listStatistics, logSigmaParameter } from "#/core/model/parameters.ts";
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

/** A single class says the same of every image: such a set has no labels. */
const leastClasses = 2;

/**
 * @returns the fault "shape-invalid", with the layer and a way out, when layers do not fit;
 * "labels-missing" when a conditional model has no labels.
 */
export function resolveVae(
  spec: VaeSpec,
  image: ImageShape,
  { classes = 0, learntSigma = false }: ResolveOptions = {},
): Result<ResolvedVae, Fault> {
  const joined = spec.condition === "label" ? classes : 0;
  if (spec.condition === "label" && classes < leastClasses) return err(labelsFault());
  const encoder = resolveBlocks("encoder", spec.encoder, image, joined);
  if (!encoder.ok) return encoder;
  const features = encoder.value.at(-1)?.output ?? image;
  const unread = spec.encoder.length === 0 ? joined : 0;
  const head = (name: string) =>
    denseLayer(name, features, [spec.latent], { activation: "linear" }, unread);
  const [mean, logVariance] = [head("mean"), head("logVariance")];
  const decoder = resolveBlocks("decoder", spec.decoder, [spec.latent], joined);
  if (!decoder.ok) return decoder;
  const output = outputLayer(decoder.value, [spec.latent], image, joined);
  if (!output.ok) return output;

  const layers = [...encoder.value, mean, logVariance, ...decoder.value, output.value];
  const parameters = [
    ...layers.flatMap(listParameters),
    ...(learntSigma ? [logSigmaParameter] : []),
  ];
  return ok({
    image,
    pixels: shapeSize(image),
    latent: spec.latent,
    classes: joined,
    encoder: encoder.value,
    mean,
    logVariance,
    decoder: decoder.value,
    output: output.value,
    parameters,
    statistics: layers.flatMap(listStatistics),
    parameterCount: parameters.reduce((sum, parameter) => sum + parameter.size, 0),
    dropoutUnits: dropoutUnits([...encoder.value, ...decoder.value]),
  });
}

/** The first block reads `joined` entries or channels more than `start`. */
function resolveBlocks(
  side: "encoder" | "decoder",
  blocks: readonly Block[],
  start: LayerShape,
  joined: number,
): Result<readonly ResolvedLayer[], Fault> {
  const layers: ResolvedLayer[] = [];
  let input = start;
  for (const [index, block] of blocks.entries()) {
    const name = `${side}/${String(index)}`;
    const layer = resolveBlock(name, block, input, index === 0 ? joined : 0);
    if (!layer.ok) return layer;
    layers.push(layer.value);
    input = layer.value.output;
  }
  return ok(layers);
}

function resolveBlock(
  name: string,
  block: Block,
  input: LayerShape,
  joined: number,
): Result<ResolvedLayer, Fault> {
  switch (block.kind) {
    case "dense":
      return ok(denseLayer(name, input, [block.units], block, joined));
    case "denseToMap": {
      const map: ImageShape = [block.height, block.width, block.channels];
      return ok(denseLayer(name, input, map, block, joined));
    }
    case "conv":
      if (input.length === 1) return err(vectorFault(name, input[0]));
      if (block.padding === "valid" && block.kernel > Math.min(input[0], input[1])) {
        return err(kernelFault(name, block.kernel, input));
      }
      return ok(convLayer(name, input, block, joined));
    case "convTranspose":
      if (input.length === 1) return err(vectorFault(name, input[0]));
      return ok(convTransposeLayer(name, input, block, joined));
  }
}

function vectorFault(layer: string, units: number): Fault {
  return shapeFault(
    "vector-before-convolution",
    `${layer} is a convolution, and the layer before it gives a vector of ${String(units)}`,
    "Put a dense-to-map layer before it, or make it dense.",
    { layer, units },
  );
}

function kernelFault(layer: string, kernel: number, [height, width]: ImageShape): Fault {
  const map = `${String(height)}×${String(width)}`;
  return shapeFault(
    "kernel-too-large",
    `${layer} moves a ${String(kernel)}×${String(kernel)} kernel inside a ${map} map`,
    "Take a smaller kernel, or same padding.",
    { layer, kernel, map },
  );
}

function labelsFault(): Fault {
  return {
    code: "labels-missing",
    message: "A conditional model needs labels, and these images have none.",
    hint: "Choose a labelled data set, or switch the condition off.",
  };
}
