/**
 * A factor's slice in shared memory, in fours laid there the way they lie in memory: how it is read
 * into its tile by all threads of a workgroup, and out of it by each for its 4 × 4 entries of C.
 */
import type { Entry, Factor, Product } from "#/engine/compiled/product.ts";
import { uint } from "#/engine/compiled/wgsl.ts";

/** Entries of C that a workgroup owns, and of the sums that it reads at once. */
export interface Tile {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** Entries a thread owns, each way; and how many are read at once. */
export const four = 4;
export const eachOfFour = [0, 1, 2, 3] as const;

/** A factor as its tile has it: along C's rows or columns, `outer`, and along the sums, `k`. */
export interface Side {
  readonly name: "left" | "right";
  /** Whether fours lie along the sums. */
  readonly deep: boolean;
  readonly gathered: boolean;
  readonly at: Entry;
  readonly four: Entry | null;
  /** First of the tile. */
  readonly first: string;
  /** Entries of the tile along C, and of C. */
  readonly length: number;
  readonly bound: number;
}

export function leftSide(product: Product, tile: Tile): Side {
  const { left, rows } = product;
  const deep = left.contiguous === "column";
  return {
    ...{ name: "left", deep, gathered: left.gathered === true, at: left.at },
    ...{ four: fourOf(left, deep, product) },
    ...{ first: "firstRow", length: tile.rows, bound: rows },
  };
}

export function rightSide(product: Product, tile: Tile): Side {
  const { right, columns } = product;
  const deep = right.contiguous === "row";
  const entry = fourOf(right, deep, product);
  return {
    ...{ name: "right", deep, gathered: right.gathered === true },
    at: (outer, k) => right.at(k, outer),
    four: entry && ((outer, k) => entry(k, outer)),
    ...{ first: "firstColumn", length: tile.columns, bound: columns },
  };
}

/** Along the sums fours are whole only where these are, and a slice begins and ends anywhere. */
function fourOf({ four: entry }: Factor, deep: boolean, { depth, slice }: Product): Entry | null {
  return deep && (slice !== undefined || depth % four !== 0) ? null : entry;
}

export function declare({ name, length }: Side, { depth }: Tile): string {
  return `var<workgroup> ${name}Tile: array<vec4f, ${String((length * depth) / four)}>;`;
}

/**
 * Neighbouring threads read neighbouring fours of memory. A deep side lies in its tile as
 * [depth/4 × length], the other as [depth × length/4].
 */
export function load(side: Side, product: Product, tile: Tile, threads: number): string {
  const { name, deep, first, length } = side;
  const fours = uint((deep ? tile.depth : length) / four);
  const along = `quad % ${fours} * ${uint(four)}`;
  const across = `quad / ${fours}`;
  const [outer, k] = deep ? [across, along] : [along, across];
  const place = deep ? `quad % ${fours} * ${uint(length)} + quad / ${fours}` : "quad";
  return `    for (var quad = lane; quad < ${uint((length * tile.depth) / four)}; quad += ${uint(threads)}) {
      let outer = ${first} + ${outer};
      let k = start + ${k};
      var value = vec4f();
      ${readFour(side, product, tile)}
      ${name}Tile[${place}] = value;
    }`;
}

function readFour(side: Side, product: Product, tile: Tile): string {
  const inside = (outer: string, k: string, statement: string) => {
    const checks = [
      ...(side.bound % side.length === 0 ? [] : [`${outer} < ${uint(side.bound)}`]),
      ...(product.slice === undefined && product.depth % tile.depth === 0 ? [] : [`${k} < last`]),
    ];
    return checks.length === 0 ? statement : `if (${checks.join(" && ")}) { ${statement} }`;
  };
  if (side.four !== null) return inside("outer", "k", `value = ${side.four("outer", "k")};`);
  const one = (i: string) => {
    const [outer, k] = side.deep ? ["outer", `(k + ${i})`] : [`(outer + ${i})`, "k"];
    return inside(outer, k, `value[${i}] = ${side.at(outer, k)};`);
  };
  return side.gathered
    ? `for (var i = 0u; i < ${uint(four)}; i++) { ${one("i")} }`
    : eachOfFour.map((i) => one(uint(i))).join("\n      ");
}

/** The thread's `i`th four of a deep side, or else of the terms `k` + `i`. */
export function fourAt(side: Side, thread: string, i: number): string {
  const { name, deep, length } = side;
  return deep
    ? `${name}Tile[k / ${uint(four)} * ${uint(length)} + ${ownIndex(side, thread, uint(i))}]`
    : `${name}Tile[(k + ${uint(i)}) * ${uint(length / four)} + ${thread}]`;
}

/** Where the thread's `i`th row or column lies in the tile: neighbours read neighbouring fours. */
export function ownIndex({ deep, length }: Side, thread: string, i: string): string {
  return deep
    ? `(${thread} + ${i} * ${uint(length / four)})`
    : `(${thread} * ${uint(four)} + ${i})`;
}

export function leftEntry({ deep }: Side, row: number, k: number): string {
  return deep ? `left${String(row)}[${uint(k)}]` : `left${String(k)}[${uint(row)}]`;
}

export function rightFour({ deep }: Side, k: number): string {
  if (!deep) return `right${String(k)}`;
  return `vec4f(${eachOfFour.map((j) => `right${String(j)}[${uint(k)}]`).join(", ")})`;
}
