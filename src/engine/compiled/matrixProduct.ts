/**
 * C = A·B in tiles, as a kernel: A and B are whatever two expressions read (a matrix, its transpose,
 * a convolution's windows, a row of ones), and C goes wherever a statement puts it. A workgroup owns
 * a tile of C, each of its threads 4 × 4 entries; slices of A and B pass through shared memory. The
 * form for software adapters is plainProduct.ts.
 */
import type { Binding, Kernel } from "#/engine/compiled/program.ts";
import { plainProduct } from "#/engine/compiled/plainProduct.ts";
import { kernel, uint } from "#/engine/compiled/wgsl.ts";

/** Expression of one entry; the two names are `u32` within the bounds. */
type Entry = (row: string, column: string) => string;

export interface Factor {
  readonly at: Entry;
  /** Along which index neighbouring entries lie side by side in memory. */
  readonly contiguous: "row" | "column";
  /** Found by way of borders and taps: longer code than the place of an entry. */
  readonly gathered?: boolean;
}

export interface Product {
  readonly label: string;
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

interface Tile {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** Entries a thread owns, each way. */
const own = 4;

export function matrixProduct(product: Product): Kernel {
  return { ...tiledProduct(product), plain: plainProduct(product) };
}

function tiledProduct(product: Product): Kernel {
  const { label, bindings, rows, columns } = product;
  const tile = tileFor(product);
  const threads = (tile.rows / own) * (tile.columns / own);
  return kernel({
    label,
    bindings,
    threads,
    workgroups: [
      Math.ceil(columns / tile.columns),
      Math.ceil(rows / tile.rows),
      product.planes ?? 1,
    ],
    declarations: [
      ...(product.declarations ?? []),
      `var<workgroup> leftTile: array<f32, ${String(tile.rows * tile.depth)}>;`,
      `var<workgroup> rightTile: array<f32, ${String(tile.columns * tile.depth)}>;`,
    ],
    body: body(product, tile, threads),
  });
}

/** Large tiles read less; small ones leave no processor idle where C is small. */
function tileFor({ rows, columns, planes = 1 }: Product): Tile {
  const enough = 128;
  const groups = (side: number) => Math.ceil(rows / side) * Math.ceil(columns / side) * planes;
  const side = groups(64) >= enough ? 64 : groups(32) >= enough / 4 ? 32 : 16;
  return { rows: side, columns: side, depth: 8 };
}

function body(product: Product, tile: Tile, threads: number): string {
  const across = tile.columns / own;
  const each = (statement: (i: number) => string) =>
    Array.from({ length: own }, (_, i) => statement(i));
  return `  let firstRow = group.y * ${uint(tile.rows)};
  let firstColumn = group.x * ${uint(tile.columns)};
  let ownRow = lane / ${uint(across)} * ${uint(own)};
  let ownColumn = lane % ${uint(across)} * ${uint(own)};
${each((i) => `  var sums${String(i)} = vec4f();`).join("\n")}
${depthRange(product)}
  for (var start = first; start < last; start += ${uint(tile.depth)}) {
${loadLeft(product, tile, threads)}
${loadRight(product, tile, threads)}
    workgroupBarrier();
    for (var k = 0u; k < ${uint(tile.depth)}; k++) {
      let at = k * ${uint(tile.columns)} + ownColumn;
      let right = vec4f(rightTile[at], rightTile[at + 1u], rightTile[at + 2u], rightTile[at + 3u]);
      let above = k * ${uint(tile.rows)} + ownRow;
${each((i) => `      sums${String(i)} += leftTile[above + ${uint(i)}] * right;`).join("\n")}
    }
    workgroupBarrier();
  }
${each((i) => storeRow(product, i)).join("\n")}`;
}

function depthRange({ depth, slice }: Product): string {
  if (slice === undefined) return `  let first = 0u;\n  let last = ${uint(depth)};`;
  return `  let first = group.z * ${uint(slice)};
  let last = min(first + ${uint(slice)}, ${uint(depth)});`;
}

function loadLeft({ left, rows }: Product, tile: Tile, threads: number): string {
  const [r, k] =
    left.contiguous === "row"
      ? [`entry % ${uint(tile.rows)}`, `entry / ${uint(tile.rows)}`]
      : [`entry / ${uint(tile.depth)}`, `entry % ${uint(tile.depth)}`];
  return `    for (var entry = lane; entry < ${uint(tile.rows * tile.depth)}; entry += ${uint(threads)}) {
      let r = ${r};
      let k = ${k};
      let row = firstRow + r;
      let column = start + k;
      var value = 0f;
      if (row < ${uint(rows)} && column < last) { value = ${left.at("row", "column")}; }
      leftTile[k * ${uint(tile.rows)} + r] = value;
    }`;
}

function loadRight({ right, columns }: Product, tile: Tile, threads: number): string {
  const [k, c] =
    right.contiguous === "row"
      ? [`entry % ${uint(tile.depth)}`, `entry / ${uint(tile.depth)}`]
      : [`entry / ${uint(tile.columns)}`, `entry % ${uint(tile.columns)}`];
  return `    for (var entry = lane; entry < ${uint(tile.columns * tile.depth)}; entry += ${uint(threads)}) {
      let k = ${k};
      let c = ${c};
      let row = start + k;
      let column = firstColumn + c;
      var value = 0f;
      if (row < last && column < ${uint(columns)}) { value = ${right.at("row", "column")}; }
      rightTile[k * ${uint(tile.columns)} + c] = value;
    }`;
}

function storeRow({ rows, columns, store }: Product, i: number): string {
  return `  {
    let row = firstRow + ownRow + ${uint(i)};
    for (var c = 0u; c < ${uint(own)}; c++) {
      let column = firstColumn + ownColumn + c;
      if (row < ${uint(rows)} && column < ${uint(columns)}) {
        let sum = sums${String(i)}[c];
        ${store("row", "column", "sum")}
      }
    }
  }`;
}
