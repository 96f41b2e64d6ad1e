/**
 * A matrix product by itself, in shapes that no small model has: every tile, with bounds inside and
 * at its edges, factors that lie either way, a row of ones, sums in slices.
 */
import { createRng } from "#/core/rng.ts";
import { aboveOnes, found, matrix, transposed } from "#/engine/compiled/kernels/factors.ts";
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
  readonly slices?: number;
  /** The last row of A is made of ones. */
  readonly ones?: boolean;
}

/** Rounding of a sum of some dozen terms. */
const tolerance = 1e-5;

/** Several passes each of the depth that their tiles have; in whole fours, and in none. */
const large: readonly Shape[] = [
  { rows: 772, columns: 768, depth: 36 },
  { rows: 781, columns: 763, depth: 17 },
  { rows: 201, columns: 192, depth: 72, ones: true },
  { rows: 199, columns: 190, depth: 69 },
];
const small: readonly Shape[] = [
  { rows: 37, columns: 20, depth: 76, ones: true },
  { rows: 700, columns: 1, depth: 41 },
  { rows: 3, columns: 80, depth: 36 },
  { rows: 5, columns: 3, depth: 2 },
  { rows: 36, columns: 20, depth: 200, slices: 3 },
];

const lies = ["as it is", "transposed", "found", "found across"] as const;
type Lie = (typeof lies)[number];
/** Fours along the sums on both sides, on neither. */
const opposite: Readonly<Record<Lie, Lie>> = {
  "as it is": "transposed",
  transposed: "as it is",
  found: "found across",
  "found across": "found",
};

export const productChecks: readonly ConformanceCheck[] = [
  ...large.flatMap((shape) => lies.map((lie) => check(shape, lie, opposite[lie]))),
  ...small.flatMap((shape) =>
    lies.flatMap((left) => lies.map((right) => check(shape, left, right))),
  ),
];

function check(shape: Shape, left: Lie, right: Lie): ConformanceCheck {
  return {
    name: `product: ${JSON.stringify(shape)}, ${left} by ${right}`,
    run: () => multiplies(shape, left, right),
  };
}

async function multiplies(shape: Shape, leftLies: Lie, rightLies: Lie): Promise<void> {
  const { rows, columns, depth, slices = 1, ones = false } = shape;
  const slice = Math.ceil(depth / slices);
  const rng = createRng(rows + depth);
  const kept = rows - (ones ? 1 : 0);
  const [a, b] = [new Float32Array(rows * depth), new Float32Array(depth * columns)];
  for (const values of [a, b]) rng.fillNormal(values);
  if (ones) a.fill(1, kept * depth);
  const left = lying(leftLies, "a", kept, depth);
  const kernel = matrixProduct({
    label: "a product",
    bindings: [write("made", "made")],
    ...{ rows, columns, depth, ...(slices === 1 ? {} : { slice, planes: slices }) },
    left: ones ? aboveOnes(left, kept) : left,
    right: lying(rightLies, "b", depth, columns),
    store: (row, column, sum) =>
      `made[(group.z * ${uint(rows)} + ${row}) * ${uint(columns)} + ${column}] = ${sum};`,
  });
  const given = {
    a: laid(leftLies, a.subarray(0, kept * depth), kept, depth),
    b: laid(rightLies, b, depth, columns),
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

/** A matrix `height` × `width` that lies so. */
function lying(lie: Lie, as: string, height: number, width: number): Factor {
  if (isAcross(lie)) return transposed(lying(opposite[lie], as, width, height));
  const place = { from: beginOf(width), width };
  if (lie === "as it is") return matrix(as, as, place);
  const code = ({ type, suffix, at }: Reading) =>
    `fn ${as}At${suffix}(row: u32, column: u32) -> ${type} {
  return ${at(as, `${uint(place.from)} + row * ${uint(width)} + column`)};
}`;
  const [name, bindings, canFours] = [`${as}At`, eitherWay(as, as), width % 4 === 0];
  return found({ name, bindings, code, contiguous: "column", canFours });
}

/** As it lies in memory, between numbers that no sum may meet. */
function laid(lie: Lie, values: Float32Array, height: number, width: number) {
  const lain = isAcross(lie)
    ? values.map((_, i) => values[(i % height) * width + Math.floor(i / height)] ?? 0)
    : values;
  const from = beginOf(isAcross(lie) ? height : width);
  const memory = new Float32Array(from + lain.length + 4).fill(Number.NaN);
  memory.set(lain, from);
  return memory;
}

function isAcross(lie: Lie): boolean {
  return lie === "transposed" || lie === "found across";
}

/** In the middle of a four, where rows are no whole fours either. */
function beginOf(width: number): number {
  return width % 4 === 0 ? 4 : 3;
}
