/**
 * The sheet of ten test images that stands for a set: one of each class first, then whichever came
 * first, as a PNG in a data: URL.
 */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import { pngUrl } from "#/data/own/png.ts";

const room = 10;

export interface SpriteSheet {
  /** The next test image, in stored order. */
  offer(pixels: Uint8Array, label: number): void;
  result(): DatasetEntry["sprite"];
}

export function createSpriteSheet(
  shape: readonly [number, number, number],
  classes: number,
): SpriteSheet {
  const firsts = new Map<number, { index: number; pixels: Uint8Array }>();
  const others: { index: number; pixels: Uint8Array }[] = [];
  let count = 0;

  return {
    offer(pixels, label) {
      const index = count++;
      if (label < room && !firsts.has(label)) firsts.set(label, { index, pixels: pixels.slice() });
      else if (others.length < room) others.push({ index, pixels: pixels.slice() });
    },
    result() {
      const ofClasses = Array.from({ length: Math.min(room, classes) }, (_, label) =>
        firsts.get(label),
      ).filter((found) => found !== undefined);
      const chosen = [...ofClasses, ...others].slice(0, room);
      return {
        indices: chosen.map(({ index }) => index),
        image: sheet(
          chosen.map(({ pixels }) => pixels),
          shape,
        ),
      };
    },
  };
}

/** Side by side. */
function sheet(
  images: readonly Uint8Array[],
  [height, width, channels]: readonly [number, number, number],
): string {
  const stride = width * channels;
  const whole = new Uint8Array(images.length * stride * height);
  for (const [place, image] of images.entries()) {
    for (let y = 0; y < height; y++) {
      const row = image.subarray(y * stride, (y + 1) * stride);
      whole.set(row, (y * images.length + place) * stride);
    }
  }
  return pngUrl(whole, [height, images.length * width, channels]);
}
