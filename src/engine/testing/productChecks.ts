/**
 * A matrix product by itself, in shapes that no small model has: every tile, with bounds inside and
 * at its edges, factors that lie either way, sums in slices.
 */
import { createRng } from "#/core/rng.ts";
import { found, matrix, transposed } from "#/engine/compiled/kernels/factors.ts";
import { eitherWay, type Reading } from "#/engine/compiled/kernels/reading.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { Factor } from "#/engine/compiled/product.ts";
import { uint, write } from "#/engine/compiled/wgsl.ts";
import { assertClose } from "#/engine/testing/check.ts";
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";
import { runKernel } from "#/engine/testing/runKernel.ts";

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly slices: number;
}

/** Rounding of a sum of some dozen terms. */
const tolerance = 1e-5;

const shapes: readonly Shape[] = [
  // As large as it takes for tiles of 64, of 32 and of 16; in whole fours, and in none.
  { rows: 772, columns: 768, depth: 36, slices: 1 },
  { rows: 781, columns: 763, depth: 17, slices: 1 },
  { rows: 200, columns: 192, depth: 24, slices: 1 },
  { rows: 199, columns: 190, depth: 21, slices: 1 },
  { rows: 36, columns: 20, depth: 12, slices: 1 },
  { rows: 5, columns: 3, depth: 2, slices: 1 },
  { rows: 36, columns: 20, depth: 64, slices: 5 },
];

const lies = ["as it is", "transposed", "found"] as const;
type Lie = (typeof lies)[number];

/** The smaller shapes in every way, the larger with both factors in fours along the sums, and across. */
export const productChecks: readonly ConformanceCheck[] = shapes.flatMap((shape) =>
  lies.flatMap((left) =>
    lies
      .filter((right) => shape.rows < 100 || acrossEachOther(left, right))
      .map((right) => ({
        name: `product: ${JSON.stringify(shape)}, ${left} by ${right}`,
        run: () => multiplies(shape, left, right),
      })),
  ),
);

function acrossEachOther(left: Lie, right: Lie): boolean {
  return [left, right].every((lie) => lie !== "found") && left !== right;
}

async function multiplies(shape: Shape, leftLies: Lie, rightLies: Lie): Promise<void> {
  const { rows, columns, depth, slices } = shape;
  const slice = Math.ceil(depth / slices);
  const rng = createRng(rows + depth);
  const [a, b] = [new Float32Array(rows * depth), new Float32Array(depth * columns)];
  for (const values of [a, b]) rng.fillNormal(values);
  const kernel = matrixProduct({
    label: "a product",
    bindings: [write("made", "made")],
    ...{ rows, columns, depth, ...(slices === 1 ? {} : { slice, planes: slices }) },
    left: lying(leftLies, "a", rows, depth),
    right: lying(rightLies, "b", depth, columns),
    store: (row, column, sum) =>
      `made[(group.z * ${uint(rows)} + ${row}) * ${uint(columns)} + ${column}] = ${sum};`,
  });
  const given = {
    a: leftLies === "transposed" ? across(a, rows, depth) : a,
    b: rightLies === "transposed" ? across(b, depth, columns) : b,
  };
  const wanted = [{ name: "made", length: slices * rows * columns }];
  const [made = new Float32Array()] = await runKernel({ kernel, given, wanted });
  const expected = new Float64Array(slices * rows * columns);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < depth; k++) {
      const entry = a[row * depth + k] ?? 0;
      const from = (Math.floor(k / slice) * rows + row) * columns;
      for (let column = 0; column < columns; column++)
        expected[from + column] =
          (expected[from + column] ?? 0) + entry * (b[k * columns + column] ?? 0);
    }
  assertClose(made, expected, tolerance, "C");
}

/** `height` × `width`, the way that it lies in memory. */
function lying(lie: Lie, as: string, height: number, width: number): Factor {
  if (lie === "as it is") return matrix(as, as, { from: 0, width });
  if (lie === "transposed") return transposed(matrix(as, as, { from: 0, width: height }));
  const code = ({ type, suffix, at }: Reading) =>
    `fn ${as}At${suffix}(row: u32, column: u32) -> ${type} {
  return ${at(as, `row * ${uint(width)} + column`)};
}`;
  const fours = width % 4 === 0;
  const [name, bindings] = [`${as}At`, eitherWay(as, as)];
  return found({ name, bindings, code, contiguous: "column", fours });
}

function across(values: Float32Array, height: number, width: number) {
  return Float32Array.from(
    values,
    (_, i) => values[(i % height) * width + Math.floor(i / height)] ?? 0,
  );
}
