/**
 * A factor's slice in shared memory, in fours laid there the way they lie in memory: how it is read
 * into its tile by all threads of a workgroup, and out of it by each for the entries of C that it owns.
 */
import type { Entry, Factor, Look, Product } from "#/engine/compiled/product.ts";
import { four, type Tile } from "#/engine/compiled/tile.ts";
import { uint } from "#/engine/compiled/wgsl.ts";

export const eachOfFour = [0, 1, 2, 3] as const;

/** A factor as its tile has it: along C's rows or columns, `outer`, and along the sums, `k`. */
export interface Side {
  readonly name: "left" | "right";
  /** Whether fours lie along the sums. */
  readonly deep: boolean;
  readonly gathered: boolean;
  /** By which it is read: in fours, where `inFours`. */
  readonly look: Look;
  readonly inFours: boolean;
  /** Of `outer` and `k`. */
  readonly at: Entry;
  /** First of the tile. */
  readonly first: string;
  /** Entries of the tile along C, of C, and a thread's. */
  readonly length: number;
  readonly bound: number;
  readonly own: number;
}

export function leftSide(product: Product, tile: Tile): Side {
  const { left, rows } = product;
  const deep = left.contiguous === "column";
  const looked = lookAt(left, deep, product);
  return {
    ...{ name: "left", deep, ...looked, at: looked.look.at },
    ...{ first: "firstRow", length: tile.rows, bound: rows, own: tile.ownRows },
  };
}

export function rightSide(product: Product, tile: Tile): Side {
  const { right, columns } = product;
  const deep = right.contiguous === "row";
  const looked = lookAt(right, deep, product);
  return {
    ...{ name: "right", deep, ...looked, at: (outer, k) => looked.look.at(k, outer) },
    ...{ first: "firstColumn", length: tile.columns, bound: columns, own: four },
  };
}

/** Along the sums fours are whole only where these are, and a slice begins and ends anywhere. */
function lookAt({ single, fours, gathered = false }: Factor, deep: boolean, product: Product) {
  const { depth, slice } = product;
  const whole = !deep || (slice === undefined && depth % four === 0);
  const inFours = whole && fours !== null;
  return { look: inFours ? fours : single, inFours, gathered };
}

/**
 * From a row of its tile to the next, in fours. A deep side lies there as [depth/4 × length], the other
 * as [depth × length/4]; a deep row is one longer than it needs to be, for neighbouring threads write
 * to neighbouring rows, which may not begin in the same bank.
 */
function strideOf({ deep, length }: Side): number {
  return deep ? length + 1 : length / four;
}

export function declare(side: Side, { depth }: Tile): string {
  const rows = side.deep ? depth / four : depth;
  return `var<workgroup> ${side.name}Tile: array<vec4f, ${String(rows * strideOf(side))}>;`;
}

/** Neighbouring threads read neighbouring fours of memory. */
export function load(side: Side, product: Product, tile: Tile): string {
  const { name, deep, first, length } = side;
  const fours = uint((deep ? tile.depth : length) / four);
  const [along, across] = [`quad % ${fours}`, `quad / ${fours}`];
  const [outer, k] = deep ? [across, `${along} * 4u`] : [`${along} * 4u`, across];
  const [row, column] = deep ? [along, across] : [across, along];
  const all = uint((length * tile.depth) / four);
  return `    for (var quad = lane; quad < ${all}; quad += ${uint(tile.threads)}) {
      let outer = ${first} + ${outer};
      let k = start + ${k};
      var value = vec4f();
      ${readFour(side, product, tile)}
      ${name}Tile[${row} * ${uint(strideOf(side))} + ${column}] = value;
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
  if (side.inFours) return inside("outer", "k", `value = ${side.at("outer", "k")};`);
  const one = (i: string) => {
    const [outer, k] = side.deep ? ["outer", `(k + ${i})`] : [`(outer + ${i})`, "k"];
    return inside(outer, k, `value[${i}] = ${side.at(outer, k)};`);
  };
  return side.gathered
    ? `for (var i = 0u; i < ${uint(four)}; i++) { ${one("i")} }`
    : eachOfFour.map((i) => one(uint(i))).join("\n      ");
}

/** Where the thread's `i`th row or column lies in the tile: neighbours read neighbouring fours. */
export function ownIndex({ deep, length, own }: Side, thread: string, i: string): string {
  return deep ? `(${thread} + ${i} * ${uint(length / own)})` : `(${thread} * ${uint(own)} + ${i})`;
}

/** Reads what the thread needs of four terms, `k` to `k + 3`, of its sums. */
export function takeFromTile(side: Side, thread: string): readonly string[] {
  const { name, deep, own } = side;
  const stride = uint(strideOf(side));
  const named = (i: number, index: string) => `let ${name}${String(i)} = ${name}Tile[${index}];`;
  if (deep) {
    return eachOfFour
      .slice(0, own)
      .map((i) => named(i, `k / 4u * ${stride} + ${ownIndex(side, thread, uint(i))}`));
  }
  const row = (i: number) => `(k + ${uint(i)}) * ${stride}`;
  return own === four
    ? eachOfFour.map((i) => named(i, `${row(i)} + ${thread}`))
    : eachOfFour.map((i) => named(i, `${row(i)} + ${thread} / 4u][${thread} % 4u`));
}

/** Of what was taken: row `row` of the thread's, term `k`. */
export function leftEntry({ deep, own }: Side, row: number, k: number): string {
  if (deep) return `left${String(row)}[${uint(k)}]`;
  return own === four ? `left${String(k)}[${uint(row)}]` : `left${String(k)}`;
}

/** The thread's columns of term `k`. */
export function rightFour({ deep }: Side, k: number): string {
  if (!deep) return `right${String(k)}`;
  return `vec4f(${eachOfFour.map((j) => `right${String(j)}[${uint(k)}]`).join(", ")})`;
}
