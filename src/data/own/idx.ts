/**
 * IDX files, as MNIST comes: a header of big-endian sizes, then the values. Bytes alone (type 0x08);
 * images of grey pixels [n, h, w], of colour [n, h, w, 3], or labels [n].
 * Format: yann.lecun.com/exdb/mnist.
 */
import { ImportError } from "#/data/own/problem.ts";

export type IdxHeader =
  | {
      readonly kind: "images";
      readonly count: number;
      readonly height: number;
      readonly width: number;
      readonly channels: 1 | 3;
      /** Where the values begin. */
      readonly offset: number;
    }
  | { readonly kind: "labels"; readonly count: number; readonly offset: number };

/** Bytes that hold any header we read. */
export const idxHeaderBytes = 20;

/**
 * Null for a file of another kind.
 * @param length bytes of the whole file, unpacked
 * @throws ImportError "idx-kind", "idx-length".
 */
export function readIdxHeader(head: Uint8Array, length: number, name: string): IdxHeader | null {
  const dimensions = head[3] ?? 0;
  const offset = 4 + 4 * dimensions;
  const known = head[0] === 0 && head[1] === 0 && dimensions >= 1 && dimensions <= 4;
  if (!known || head.length < offset) return null;
  const type = head[2] ?? 0;
  // Seven types exist, 0x08 … 0x0e without 0x0a; another value is another kind of file.
  if (type < 0x08 || type > 0x0e) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const values = sizes.reduce((product, size) => product * size, 1);
  const [count = 0, height = 0, width = 0, channels = 1] = sizes;
  const shaped = dimensions === 1 || dimensions === 3 || (dimensions === 4 && channels === 3);
  if (type !== 0x08 || !shaped || values === 0) {
    throw new ImportError("idx-kind", { file: name, sizes: sizes.join(" × ") });
  }
  if (offset + values !== length) {
    throw new ImportError("idx-length", { file: name, expected: offset + values, found: length });
  }
  if (dimensions === 1) return { kind: "labels", count, offset };
  return { kind: "images", count, height, width, channels: channels === 3 ? 3 : 1, offset };
}
