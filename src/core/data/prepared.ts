/** What becomes of a stored image's shape before a network sees it. Pixels themselves are the host's. */
import type { DataSpec } from "#/core/experiment/config.ts";
import type { ImageShape } from "#/core/model/spec.ts";

/** Height, width and channels after `data.size`; channels stay. */
export function preparedShape(stored: ImageShape, { size }: Pick<DataSpec, "size">): ImageShape {
  if (size === "stored") return stored;
  const side = Number(size);
  return [side, side, stored[2]];
}
