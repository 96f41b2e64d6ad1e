/**
 * A product for graphics processors. A workgroup owns a tile of C, each of its threads 4 × 4 entries;
 * slices of A and B pass through shared memory (tileSide.ts).
 */
import { depthRange, partsOf, type Product } from "#/engine/compiled/product.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import {
  declare,
  eachOfFour,
  four,
  fourAt,
  leftEntry,
  leftSide,
  load,
  ownIndex,
  rightFour,
  rightSide,
  type Side,
  type Tile,
} from "#/engine/compiled/tileSide.ts";
import { kernel, uint } from "#/engine/compiled/wgsl.ts";

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

/**
 * Large tiles read less; small ones leave no processor idle where C is small. There a thread has few
 * neighbours to wait with, so it reads more at once.
 */
function tileFor({ rows, columns, depth, slice = depth, planes = 1 }: Product): Tile {
  const enough = 128;
  const groups = (side: number) => Math.ceil(rows / side) * Math.ceil(columns / side) * planes;
  const side = groups(64) >= enough ? 64 : groups(32) >= enough / 4 ? 32 : 16;
  const whole = Math.ceil(slice / four) * four;
  return { rows: side, columns: side, depth: Math.min(side === 64 ? 16 : 32, whole) };
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
