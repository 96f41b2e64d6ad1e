/** Factors of products: matrices that lie row by row, what a function finds, and what both become. */
import {
  areFours,
  eitherWay,
  inFours,
  type Reading,
  single,
} from "#/engine/compiled/kernels/reading.ts";
import type { Entry, Factor } from "#/engine/compiled/product.ts";
import type { Binding } from "#/engine/compiled/program.ts";
import { uint } from "#/engine/compiled/wgsl.ts";

export interface Place {
  /** Where the first entry lies. */
  readonly from: number;
  /** From a row to the next. */
  readonly width: number;
}

export function matrix(as: string, buffer: string, { from, width }: Place): Factor {
  const reading =
    ({ at }: Reading): Entry =>
    (row, column) =>
      at(as, `${uint(from)} + ${row} * ${uint(width)} + ${column}`);
  return {
    bindings: eitherWay(as, buffer),
    at: reading(single),
    four: areFours(from, width) ? reading(inFours) : null,
    contiguous: "column",
  };
}

export interface Finder {
  readonly name: string;
  readonly bindings: readonly Binding[];
  /** The function, `name` and the reading's suffix, of row and column (`u32` both). */
  readonly code: (reading: Reading) => string;
  /** Arguments behind row and column. */
  readonly also?: string;
  readonly contiguous: Factor["contiguous"];
  /** Whether it can read in fours. */
  readonly fours: boolean;
}

/** Entries that a function finds, by way of borders and taps. */
export function found({ name, bindings, code, also, contiguous, fours }: Finder): Factor {
  const end = also === undefined ? "" : `, ${also}`;
  const reading =
    ({ suffix }: Reading): Entry =>
    (row, column) =>
      `${name}${suffix}(${row}, ${column}${end})`;
  return {
    bindings,
    declarations: [code(single), ...(fours ? [code(inFours)] : [])],
    at: reading(single),
    four: fours ? reading(inFours) : null,
    contiguous,
    gathered: true,
  };
}

export function transposed(factor: Factor): Factor {
  const { at, four, contiguous } = factor;
  return {
    ...factor,
    at: (row, column) => at(column, row),
    four: four && ((row, column) => four(column, row)),
    contiguous: contiguous === "row" ? "column" : "row",
  };
}

/** `factor`, and as row `rows`, its last, ones. */
export function aboveOnes(factor: Factor, rows: number): Factor {
  const { at, four } = factor;
  const ones =
    (entry: Entry, { one }: Reading): Entry =>
    (row, column) =>
      `select(${entry(row, column)}, ${one}, ${row} == ${uint(rows)})`;
  return { ...factor, at: ones(at, single), four: four && ones(four, inFours) };
}
