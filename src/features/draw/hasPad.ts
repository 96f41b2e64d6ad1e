/** A pad takes ink for one square channel; other images are brought from elsewhere. */
import type { ImageShape } from "#/core/model/spec.ts";

export const hasPad = ([height, width, channels]: ImageShape): boolean =>
  channels === 1 && height === width;
