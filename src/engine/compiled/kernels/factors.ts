/** The factors that products have: matrices that lie row by row, and what a function finds. */
import {
  areFours,
  eitherWay,
  inFours,
  type Reading,
  single,
} from "#/engine/compiled/kernels/reading.ts";
import type { Factor, Look } from "#/engine/compiled/product.ts";
import type { Binding } from "#/engine/compiled/program.ts";
import { uint } from "#/engine/compiled/wgsl.ts";

export interface Place {
  /** Where the first entry lies. */
  readonly from: number;
  /** From a row to the next. */
  readonly width: number;
}

export function matrix(as: string, buffer: string, { from, width }: Place): Factor {
  const look = ({ at }: Reading): Look => ({
    at: (row, column) => at(as, `${uint(from)} + ${row} * ${uint(width)} + ${column}`),
  });
  return {
    bindings: eitherWay(as, buffer),
    single: look(single),
    fours: areFours(from, width) ? look(inFours) : null,
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
  readonly canFours: boolean;
}

/** Entries that a function finds, by way of borders and taps. */
export function found({ name, bindings, code, also, contiguous, canFours }: Finder): Factor {
  const end = also === undefined ? "" : `, ${also}`;
  const look = (reading: Reading): Look => ({
    at: (row, column) => `${name}${reading.suffix}(${row}, ${column}${end})`,
    declarations: [code(reading)],
  });
  return {
    bindings,
    single: look(single),
    fours: canFours ? look(inFours) : null,
    contiguous,
    gathered: true,
  };
}

export function transposed(factor: Factor): Factor {
  const { single, fours, contiguous } = factor;
  return {
    ...factor,
    single: across(single),
    fours: fours && across(fours),
    contiguous: contiguous === "row" ? "column" : "row",
  };
}

function across(look: Look): Look {
  return { ...look, at: (row, column) => look.at(column, row) };
}

/** `factor`, and as row `rows`, its last, ones. */
export function aboveOnes(factor: Factor, rows: number): Factor {
  const ones = (look: Look, { one }: Reading): Look => ({
    ...look,
    at: (row, column) => `select(${look.at(row, column)}, ${one}, ${row} == ${uint(rows)})`,
  });
  const { fours } = factor;
  return { ...factor, single: ones(factor.single, single), fours: fours && ones(fours, inFours) };
}
