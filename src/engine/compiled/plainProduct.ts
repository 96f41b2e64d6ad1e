/**
 * A product for adapters that compute on the processor (SwiftShader, llvmpipe, WARP): no shared
 * memory, for there a barrier costs more than reading twice, and clearing what is shared, as WebGPU
 * must, is written out entry by entry and compiles for seconds. Each thread adds up its own block of
 * C out of the factors as they lie.
 */
import { depthRange, type Factor, partsOf, type Product } from "#/engine/compiled/product.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { kernel, uint } from "#/engine/compiled/wgsl.ts";

/** Threads of a workgroup, each way. */
const threads = 8;
/** Entries a thread owns, each way: twice four. */
const own = 8;
const fours = own / 4;
const tile = threads * own;

export function plainProduct(product: Product): Kernel {
  const { label, rows, columns, left, right, planes = 1 } = product;
  const { bindings, declarations } = partsOf(product, left.single, right.single);
  return kernel({
    label,
    bindings,
    threads: threads * threads,
    workgroups: [Math.ceil(columns / tile), Math.ceil(rows / tile), planes],
    declarations,
    body: `  let firstRow = group.y * ${uint(tile)} + lane / ${uint(threads)} * ${uint(own)};
  let firstColumn = group.x * ${uint(tile)} + lane % ${uint(threads)} * ${uint(own)};
  if (firstRow >= ${uint(rows)} || firstColumn >= ${uint(columns)}) { return; }
${depthRange(product)}
${block((i, j) => `  var ${sum(i, j)} = vec4f();`)}
  for (var k = first; k < last; k++) {
${entries("left", left, (row) => left.single.at(row, "k"), "firstRow", rows)}
${entries("right", right, (column) => right.single.at("k", column), "firstColumn", columns)}
${times(fours, (j) => `    let four${String(j)} = vec4f(${fourOf("right", j)});`)}
${block((i, j) => `    ${sum(i, j)} += left[${uint(i)}] * four${String(j)};`)}
  }
  var block = array<vec4f, ${String(own * fours)}>(${block(sum, ", ")});
  for (var n = 0u; n < ${uint(own * own)}; n++) {
    let row = firstRow + n / ${uint(own)};
    let column = firstColumn + n % ${uint(own)};
    if (row < ${uint(rows)} && column < ${uint(columns)}) {
      let sum = block[n / 4u][n % 4u];
      ${product.store("row", "column", "sum")}
    }
  }`,
  });
}

/**
 * Declares `name`, the thread's entries of a factor. Where they lie in a row they are read side by
 * side; longer code stands once, in a loop, or it compiles for minutes.
 */
function entries(
  name: string,
  { gathered = false }: Factor,
  at: (index: string) => string,
  start: string,
  bound: number,
): string {
  if (!gathered) {
    const each = Array.from({ length: own }, (_, i) => at(within(start, uint(i), bound)));
    return `    let ${name} = array<f32, ${String(own)}>(${each.join(", ")});`;
  }
  return `    var ${name}: array<f32, ${String(own)}>;
    for (var i = 0u; i < ${uint(own)}; i++) { ${name}[i] = ${at(within(start, "i", bound))}; }`;
}

/** What lies beyond the bound is read at its last entry, and never stored. */
function within(start: string, offset: string, bound: number): string {
  const index = `(${start} + ${offset})`;
  return bound % own === 0 ? index : `min(${index}, ${uint(bound - 1)})`;
}

/** The thread's row `i`, its columns from 4·j on. */
function sum(i: number, j: number): string {
  return `sum${String(i)}_${String(j)}`;
}

function fourOf(name: string, j: number): string {
  return [0, 1, 2, 3].map((c) => `${name}[${uint(4 * j + c)}]`).join(", ");
}

function times(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join("\n");
}

function block(part: (i: number, j: number) => string, between = "\n"): string {
  const each = Array.from({ length: own * fours }, (_, n) =>
    part(Math.floor(n / fours), n % fours),
  );
  return each.join(between);
}
