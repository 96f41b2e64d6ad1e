/**
 * A product for graphics processors. A workgroup owns a tile of C, each of its threads 4 × 4 entries;
 * slices of A and B pass through shared memory in fours, laid there the way they lie in memory.
 */
import {
  depthRange,
  type Entry,
  type Factor,
  partsOf,
  type Product,
} from "#/engine/compiled/product.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { kernel, uint } from "#/engine/compiled/wgsl.ts";

interface Tile {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** Entries a thread owns, each way; and how many are read at once. */
const four = 4;
const eachOfFour = [0, 1, 2, 3] as const;

export function tiledProduct(product: Product): Kernel {
  const { label, rows, columns, planes = 1 } = product;
  const { bindings, declarations } = partsOf(product);
  const tile = tileFor(product);
  const threads = (tile.rows / four) * (tile.columns / four);
  const left = leftSide(product, tile);
  const right = rightSide(product, tile);
  return kernel({
    label,
    bindings,
    threads,
    workgroups: [Math.ceil(columns / tile.columns), Math.ceil(rows / tile.rows), planes],
    declarations: [...declarations, declare(left, tile), declare(right, tile)],
    body: `  let firstRow = group.y * ${uint(tile.rows)};
  let firstColumn = group.x * ${uint(tile.columns)};
  let threadRow = lane / ${uint(tile.columns / four)};
  let threadColumn = lane % ${uint(tile.columns / four)};
${eachOfFour.map((i) => `  var sums${String(i)} = vec4f();`).join("\n")}
${depthRange(product)}
  for (var start = first; start < last; start += ${uint(tile.depth)}) {
${load(left, product, tile, threads)}
${load(right, product, tile, threads)}
    workgroupBarrier();
    for (var k = 0u; k < ${uint(tile.depth)}; k += ${uint(four)}) {
${multiply(left, right)}
    }
    workgroupBarrier();
  }
${eachOfFour.map((i) => storeRow(product, left, right, i)).join("\n")}`,
  });
}

/** Large tiles read less; small ones leave no processor idle where C is small. */
function tileFor({ rows, columns, planes = 1 }: Product): Tile {
  const enough = 128;
  const groups = (side: number) => Math.ceil(rows / side) * Math.ceil(columns / side) * planes;
  const side = groups(64) >= enough ? 64 : groups(32) >= enough / 4 ? 32 : 16;
  // No fewer fours of a factor than there are threads to read them.
  return { rows: side, columns: side, depth: Math.max(8, side / 4) };
}

/** A factor as its tile has it: along C's rows or columns, `outer`, and along the sums, `k`. */
interface Side {
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

function leftSide(product: Product, tile: Tile): Side {
  const { left, rows } = product;
  const deep = left.contiguous === "column";
  return {
    ...{ name: "left", deep, gathered: left.gathered === true, at: left.at },
    ...{ four: fourOf(left, deep, product) },
    ...{ first: "firstRow", length: tile.rows, bound: rows },
  };
}

function rightSide(product: Product, tile: Tile): Side {
  const { right, columns } = product;
  const deep = right.contiguous === "row";
  const four = fourOf(right, deep, product);
  return {
    ...{ name: "right", deep, gathered: right.gathered === true },
    at: (outer, k) => right.at(k, outer),
    four: four && ((outer, k) => four(k, outer)),
    ...{ first: "firstColumn", length: tile.columns, bound: columns },
  };
}

/** A slice of the sums begins and ends anywhere. */
function fourOf({ four }: Factor, deep: boolean, { slice }: Product): Entry | null {
  return deep && slice !== undefined ? null : four;
}

function declare({ name, length }: Side, { depth }: Tile): string {
  return `var<workgroup> ${name}Tile: array<vec4f, ${String((length * depth) / four)}>;`;
}

/**
 * Neighbouring threads read neighbouring fours of memory. A deep side lies in its tile as
 * [depth/4 × length], the other as [depth × length/4].
 */
function load(side: Side, product: Product, tile: Tile, threads: number): string {
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

/** Adds four terms to the sums of the thread's 4 × 4 entries. */
function multiply(left: Side, right: Side): string {
  return [
    ...eachOfFour.map((i) => `let left${String(i)} = ${fourAt(left, "threadRow", i)};`),
    ...eachOfFour.map((i) => `let right${String(i)} = ${fourAt(right, "threadColumn", i)};`),
    ...eachOfFour.flatMap((k) => [
      `let across${String(k)} = ${rightFour(right, k)};`,
      ...eachOfFour.map(
        (i) => `sums${String(i)} += ${leftEntry(left, i, k)} * across${String(k)};`,
      ),
    ]),
  ]
    .map((line) => `      ${line}`)
    .join("\n");
}

/** The thread's `i`th four of a deep side, or else of the terms `k` + `i`. */
function fourAt(side: Side, thread: string, i: number): string {
  const { name, deep, length } = side;
  return deep
    ? `${name}Tile[k / ${uint(four)} * ${uint(length)} + ${ownIndex(side, thread, uint(i))}]`
    : `${name}Tile[(k + ${uint(i)}) * ${uint(length / four)} + ${thread}]`;
}

/** Where the thread's `i`th row or column lies in the tile: neighbours read neighbouring fours. */
function ownIndex({ deep, length }: Side, thread: string, i: string): string {
  return deep
    ? `(${thread} + ${i} * ${uint(length / four)})`
    : `(${thread} * ${uint(four)} + ${i})`;
}

function leftEntry({ deep }: Side, row: number, k: number): string {
  return deep ? `left${String(row)}[${uint(k)}]` : `left${String(k)}[${uint(row)}]`;
}

function rightFour({ deep }: Side, k: number): string {
  if (!deep) return `right${String(k)}`;
  return `vec4f(${eachOfFour.map((j) => `right${String(j)}[${uint(k)}]`).join(", ")})`;
}

function storeRow({ store }: Product, left: Side, right: Side, i: number): string {
  return `  {
    let row = firstRow + ${ownIndex(left, "threadRow", uint(i))};
    for (var c = 0u; c < ${uint(four)}; c++) {
      let column = firstColumn + ${ownIndex(right, "threadColumn", "c")};
      if (row < ${uint(left.bound)} && column < ${uint(right.bound)}) {
        let sum = sums${String(i)}[c];
        ${store("row", "column", "sum")}
      }
    }
  }`;
}
