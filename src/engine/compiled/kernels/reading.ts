/**
 * How an expression reads memory: an entry alone, or the four from an index on that is a multiple of
 * four, which graphics processors load as fast as one.
 */
import { read } from "#/engine/compiled/wgsl.ts";
import type { Binding } from "#/engine/compiled/program.ts";

export interface Reading {
  readonly type: "f32" | "vec4f";
  readonly zero: string;
  readonly one: string;
  /** Of the names of functions that read so. */
  readonly suffix: "" | "Fours";
  /** Expression of what lies at `index` of the binding `as`. */
  readonly at: (as: string, index: string) => string;
}

export const single: Reading = {
  ...{ type: "f32", zero: "0f", one: "1f", suffix: "" },
  at: (as, index) => `${as}[${index}]`,
};

export const inFours: Reading = {
  ...{ type: "vec4f", zero: "vec4f()", one: "vec4f(1f)", suffix: "Fours" },
  at: (as, index) => `${as}Fours[(${index}) / 4u]`,
};

/** A buffer as both read it. */
export function eitherWay(as: string, buffer: string): readonly Binding[] {
  return [read(as, buffer), read(`${as}Fours`, buffer, "vec4f")];
}

/** Whether fours of neighbours begin where all of these, and their sums, may begin. */
export function areFours(...lengths: readonly number[]): boolean {
  return lengths.every((length) => length % 4 === 0);
}
