/** The decoder's last layer: it follows from where the hidden layers end and from the image. */
import type { Fault } from "#/core/fault.ts";
import type { LayerShape, ResolvedLayer } from "#/core/model/resolved.ts";
import { convLayer, convTransposeLayer, denseLayer } from "#/core/model/resolvedLayer.ts";
import { shapeFault } from "#/core/model/shapeFault.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { err, ok, type Result } from "#/core/result.ts";

const linear = { activation: "linear" } as const;

/**
 * Dense after a vector; 3×3 convolution after a map of the image's size, its transpose after a smaller
 * one. `classes` join z where no hidden layer has read it.
 */
export function outputLayer(
  decoder: readonly ResolvedLayer[],
  latent: LayerShape,
  image: ImageShape,
  classes: number,
): Result<ResolvedLayer, Fault> {
  const input = decoder.at(-1)?.output ?? latent;
  const joined = decoder.length === 0 ? classes : 0;
  // The logits of a dense output are a flat vector, as the kernel's columns are.
  if (input.length === 1) {
    return ok(denseLayer("output", input, [image[0] * image[1] * image[2]], linear, joined));
  }
  const stride = image[0] / input[0];
  if (!Number.isInteger(stride) || image[1] !== input[1] * stride) {
    return err(sizeFault(input, image));
  }
  const filter = { filters: image[2], kernel: 3, stride, ...linear };
  return ok(
    stride === 1 ? convLayer("output", input, filter) : convTransposeLayer("output", input, filter),
  );
}

function sizeFault(map: ImageShape, image: ImageShape): Fault {
  const side = (shape: ImageShape) => `${String(shape[0])}×${String(shape[1])}`;
  const grows = map[0] <= image[0] && map[1] <= image[1];
  // The size one more layer of stride 2 (or none) reaches: what the same layers would fit.
  const factor = Math.max(Math.ceil(image[0] / map[0]), Math.ceil(image[1] / map[1]));
  const offer = `${String(map[0] * factor)}×${String(map[1] * factor)}`;
  return shapeFault(
    "output-size",
    grows
      ? `the decoder ends at a ${side(map)} map, which grows to ${offer} but not to the image's ${side(image)}`
      : `the decoder ends at a ${side(map)} map, larger than the image's ${side(image)}`,
    `Use images of ${offer}, or start the decoder from a map whose doublings reach ${side(image)}.`,
    { map: side(map), image: side(image), offer },
  );
}
