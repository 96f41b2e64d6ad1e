/** How much of a product a workgroup owns, and each of its threads. Chosen by the product's shape. */
import type { Product } from "#/engine/compiled/product.ts";

export interface Tile {
  /** Entries of C. */
  readonly rows: number;
  readonly columns: number;
  /** Terms of the sums that pass through shared memory at once. */
  readonly depth: number;
  /** Rows a thread owns; it owns four columns. */
  readonly ownRows: 1 | 4;
  readonly threads: number;
}

/** Columns a thread owns, and entries that are read at once. */
export const four = 4;

/** While some wait for memory others compute. */
const enoughThreads = 64;
/** So many workgroups leave no part of a large processor idle. */
const enoughGroups = 128;
/** Floats of shared memory: half of what every device has, so that more than one group fits. */
const sharedFloats = 2048;
const deepest = 32;

/** Large tiles read less; small ones are more, where C is small. None is much larger than C. */
export function tileFor({ rows, columns, depth, slice = depth, planes = 1 }: Product): Tile {
  const groups = (side: number) => Math.ceil(rows / side) * Math.ceil(columns / side) * planes;
  const side = groups(64) >= enoughGroups ? 64 : groups(32) >= enoughGroups / 4 ? 32 : 16;
  const [high, wide] = [Math.min(side, upTo(rows)), Math.min(side, upTo(columns))];
  const ownRows = (high * wide) / (four * four) >= enoughThreads ? four : 1;
  return {
    ...{ rows: high, columns: wide, ownRows, threads: (high * wide) / (ownRows * four) },
    depth: Math.min(deepest, downTo(sharedFloats / (high + wide)), Math.ceil(slice / four) * four),
  };
}

/** The next power of two, four at least. */
function upTo(bound: number): number {
  return Math.max(four, 2 ** Math.ceil(Math.log2(bound)));
}

function downTo(bound: number): number {
  return 2 ** Math.floor(Math.log2(bound));
}
