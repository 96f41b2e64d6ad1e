/**
 * The way out of layers that end at the wrong size: another size of image. Values alone; the store
 * checks what comes out.
 */
import { formatBlocks } from "#/core/experiment/blockText.ts";
import { type ImageSize, imageSizes } from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import type { ImageShape, VaeSpec } from "#/core/model/spec.ts";
import { mirrorDecoder } from "#/features/setup/model/mirror.ts";

/** Whether the decoder is the mirror of the encoder on images of this shape, as the network sees them. */
export function isMirrored(model: VaeSpec, image: ImageShape): boolean {
  return formatBlocks(mirrorDecoder(model.encoder, image)) === formatBlocks(model.decoder);
}

/** The size a shape fault offers ("32×32"), where images can have it. */
export function offeredSize({ values }: Fault): ImageSize | null {
  const offer = values?.["offer"];
  return imageSizes.find((size) => offer === `${size}×${size}`) ?? null;
}
