/** Files for tests: IDX, the smallest PNG header, and sources that need no decoder. For tests alone. */
import { ok } from "#/core/result.ts";
import type { SourceItem } from "#/data/own/source.ts";

export function idxFile(
  sizes: readonly number[],
  values: Uint8Array,
  type = 0x08,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + 4 * sizes.length + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(2, type);
  view.setUint8(3, sizes.length);
  for (const [place, size] of sizes.entries()) view.setUint32(4 + 4 * place, size);
  bytes.set(values, 4 + 4 * sizes.length);
  return bytes;
}

/** One pixel of a value, as an image of its own. */
export function pixelItem(path: string, value: number): SourceItem {
  return {
    path,
    bytes: 1,
    file: null,
    read: () =>
      Promise.resolve(
        ok({ kind: "pixels", pixels: Uint8Array.of(value), height: 1, width: 1, channels: 1 }),
      ),
  };
}
