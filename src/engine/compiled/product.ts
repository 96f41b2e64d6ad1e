/** A matrix product C = A·B as the kernels describe it; how it is computed is for its two forms. */
import type { Binding } from "#/engine/compiled/program.ts";
import { uint } from "#/engine/compiled/wgsl.ts";

/** Expression of one entry; the two are expressions of type `u32` within the bounds. */
export type Entry = (row: string, column: string) => string;

/** One way to read a factor. */
export interface Look {
  readonly at: Entry;
  /** Functions that it calls. */
  readonly declarations?: readonly string[];
}

export interface Factor {
  /** What its looks name. */
  readonly bindings: readonly Binding[];
  /** At an entry: an `f32`. */
  readonly single: Look;
  /**
   * At an entry and its three neighbours in memory, where the index along them is a multiple of four:
   * a `vec4f`. Null where no four of them lie in one.
   */
  readonly fours: Look | null;
  /** Along which index neighbouring entries lie side by side in memory. */
  readonly contiguous: "row" | "column";
  /** Found by way of borders and taps: longer code than the place of an entry. */
  readonly gathered?: boolean;
}

export interface Product {
  readonly label: string;
  /** Of what is neither factor's. */
  readonly bindings: readonly Binding[];
  readonly declarations?: readonly string[];
  readonly rows: number;
  readonly columns: number;
  /** Length of the sums. */
  readonly depth: number;
  /** [rows × depth] */
  readonly left: Factor;
  /** [depth × columns] */
  readonly right: Factor;
  /** Statement that takes an entry of C. */
  readonly store: (row: string, column: string, sum: string) => string;
  /** Products side by side that differ in what the expressions make of `group.z`; absent: one. */
  readonly planes?: number;
  /** Length of the part of the sums that each plane adds up; absent: each has all of it. */
  readonly slice?: number;
}

/** What a kernel of the product binds and declares that looks at its factors so. */
export function partsOf(product: Product, ...looks: readonly Look[]) {
  const { left, right, bindings, declarations = [] } = product;
  return {
    bindings: [...left.bindings, ...right.bindings, ...bindings],
    declarations: [...looks.flatMap((look) => look.declarations ?? []), ...declarations],
  };
}

/** Declares `first` and `last`, between which this plane's sums run. */
export function depthRange({ depth, slice }: Product): string {
  if (slice === undefined) return `  let first = 0u;\n  let last = ${uint(depth)};`;
  return `  let first = group.z * ${uint(slice)};
  let last = min(first + ${uint(slice)}, ${uint(depth)});`;
}
