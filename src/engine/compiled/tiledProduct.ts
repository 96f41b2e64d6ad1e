/**
 * A product for graphics processors. A workgroup owns a tile of C (tile.ts), each of its threads four
 * columns of one row or of four; slices of A and B pass through shared memory (tileSide.ts).
 */
import { depthRange, partsOf, type Product } from "#/engine/compiled/product.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { four, tileFor } from "#/engine/compiled/tile.ts";
import {
  declare,
  eachOfFour,
  leftEntry,
  leftSide,
  load,
  ownIndex,
  rightFour,
  rightSide,
  type Side,
  takeFromTile,
} from "#/engine/compiled/tileSide.ts";
import { kernel, uint } from "#/engine/compiled/wgsl.ts";

export function tiledProduct(product: Product): Kernel {
  const { label, rows, columns, planes = 1 } = product;
  const tile = tileFor(product);
  const left = leftSide(product, tile);
  const right = rightSide(product, tile);
  const { bindings, declarations } = partsOf(product, left.look, right.look);
  const own = eachOfFour.slice(0, tile.ownRows);
  return kernel({
    label,
    bindings,
    threads: tile.threads,
    workgroups: [Math.ceil(columns / tile.columns), Math.ceil(rows / tile.rows), planes],
    declarations: [...declarations, declare(left, tile), declare(right, tile)],
    body: `  let firstRow = group.y * ${uint(tile.rows)};
  let firstColumn = group.x * ${uint(tile.columns)};
  let threadRow = lane / ${uint(tile.columns / four)};
  let threadColumn = lane % ${uint(tile.columns / four)};
${own.map((i) => `  var sums${String(i)} = vec4f();`).join("\n")}
${depthRange(product)}
  for (var start = first; start < last; start += ${uint(tile.depth)}) {
${load(left, product, tile)}
${load(right, product, tile)}
    workgroupBarrier();
    for (var k = 0u; k < ${uint(tile.depth)}; k += 4u) {
${multiply(left, right)}
    }
    workgroupBarrier();
  }
${own.map((i) => storeRow(product, left, right, i)).join("\n")}`,
  });
}

/** Adds four terms to the sums of the entries that the thread owns. */
function multiply(left: Side, right: Side): string {
  const own = eachOfFour.slice(0, left.own);
  return [
    ...takeFromTile(left, "threadRow"),
    ...takeFromTile(right, "threadColumn"),
    ...eachOfFour.flatMap((k) => [
      `let across${String(k)} = ${rightFour(right, k)};`,
      ...own.map((i) => `sums${String(i)} += ${leftEntry(left, i, k)} * across${String(k)};`),
    ]),
  ]
    .map((line) => `      ${line}`)
    .join("\n");
}

function storeRow({ store }: Product, left: Side, right: Side, i: number): string {
  return `  {
    let row = firstRow + ${ownIndex(left, "threadRow", uint(i))};
    for (var c = 0u; c < 4u; c++) {
      let column = firstColumn + ${ownIndex(right, "threadColumn", "c")};
      if (row < ${uint(left.bound)} && column < ${uint(right.bound)}) {
        let sum = sums${String(i)}[c];
        ${store("row", "column", "sum")}
      }
    }
  }`;
}
