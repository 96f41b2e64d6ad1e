/**
 * Singular value decomposition of a small dense square matrix by one-sided Jacobi rotations (Hestenes,
 * 1958; Golub & Van Loan, "Matrix Computations", section 8.6.3): rows are turned in pairs until all are
 * orthogonal. Up to 256 × 256 in some tenths of a second; not for large or tall matrices.
 */

/** M = Σₖ values[k] · u[k]ᵀ v[k]. Both bases are whole and orthonormal, whatever the rank. */
export interface Svd {
  /** Not sorted. [n] */
  readonly values: Float64Array;
  /** Left singular vectors, one a row. n × [n] */
  readonly u: readonly Float64Array[];
  /** Right singular vectors, one a row. n × [n] */
  readonly v: readonly Float64Array[];
}

const mostSweeps = 40;
/** Cosine of the angle between two rows that counts as a right one. */
const rightAngle = 1e-11;
/** A sweep that met nothing worse is the last: errors are squared from sweep to sweep. */
const nearlyRight = 1e-6;
/** Singular values below this share of the largest are rounding. */
const rankTolerance = 1e-13;

/** `matrix` [n × n], row-major, is not changed. */
export function singularValues(matrix: Float64Array, n: number): Svd {
  const rows = Array.from({ length: n }, (_, i) => matrix.slice(i * n, (i + 1) * n));
  const u = Array.from({ length: n }, (_, i) => unitVector(n, i));
  const squares = Float64Array.from(rows, (row) => inner(row, row));
  const floor = squares.reduce((sum, x) => sum + x, 0) * rankTolerance ** 2;
  let worst = 1;
  for (let sweep = 0; worst > nearlyRight && sweep < mostSweeps; sweep++) {
    worst = 0;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) worst = Math.max(worst, turn(rows, u, squares, p, q, floor));
    }
    // The running sums have gathered rounding.
    rows.forEach((row, i) => (squares[i] = inner(row, row)));
  }
  const values = squares.map((square) => (square > floor ? Math.sqrt(square) : 0));
  return { values, u, v: rightVectors(rows, values) };
}

/** Makes rows p and q orthogonal, the longer of them p. The cosine of their angle before. */
function turn(
  rows: readonly Float64Array[],
  u: readonly Float64Array[],
  squares: Float64Array,
  p: number,
  q: number,
  floor: number,
): number {
  const x = rows[p];
  const y = rows[q];
  const [xx, yy] = [squares[p] ?? 0, squares[q] ?? 0];
  if (x === undefined || y === undefined || Math.max(xx, yy) <= floor) return 0;
  const xy = inner(x, y);
  const cosine = Math.abs(xy) <= floor ? 0 : Math.abs(xy) / Math.sqrt(xx * yy);
  if (cosine <= rightAngle && xx >= yy) return 0;
  // Half the angle of the principal axis: keeps the longer row first, which hastens the end.
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  mix(x, y, cos, sin);
  mix(u[p] ?? x, u[q] ?? y, cos, sin);
  squares[p] = cos * cos * xx + 2 * cos * sin * xy + sin * sin * yy;
  squares[q] = Math.max(0, sin * sin * xx - 2 * cos * sin * xy + cos * cos * yy);
  return cosine;
}

function mix(x: Float64Array, y: Float64Array, cos: number, sin: number): void {
  for (let i = 0; i < x.length; i++) {
    const a = x[i] ?? 0;
    const b = y[i] ?? 0;
    x[i] = cos * a + sin * b;
    y[i] = cos * b - sin * a;
  }
}

/** Rows to unit length; those of no length become whatever completes the basis. */
function rightVectors(rows: readonly Float64Array[], values: Float64Array): Float64Array[] {
  const n = values.length;
  const v = rows.map((row, k) => row.map((x) => ((values[k] ?? 0) > 0 ? x / (values[k] ?? 1) : 0)));
  for (let k = 0; k < n; k++) {
    if ((values[k] ?? 0) > 0) continue;
    const free = Array.from({ length: n }, (_, i) =>
      v.reduce((left, row) => left - (row[i] ?? 0) ** 2, 1),
    );
    const vector = unitVector(n, free.indexOf(Math.max(...free)));
    // Gram–Schmidt, twice for stability.
    for (const row of [...v, ...v]) addScaled(vector, row, -inner(vector, row));
    const length = Math.sqrt(inner(vector, vector));
    v[k] = vector.map((x) => x / length);
  }
  return v;
}

function unitVector(n: number, axis: number): Float64Array {
  const vector = new Float64Array(n);
  vector[axis] = 1;
  return vector;
}

function inner(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  // Four sums at once: one alone waits for each addition before the next, three times as long.
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < n; i += 4) {
    s0 += (x[i] ?? 0) * (y[i] ?? 0);
    s1 += (x[i + 1] ?? 0) * (y[i + 1] ?? 0);
    s2 += (x[i + 2] ?? 0) * (y[i + 2] ?? 0);
    s3 += (x[i + 3] ?? 0) * (y[i + 3] ?? 0);
  }
  for (; i < n; i++) s0 += (x[i] ?? 0) * (y[i] ?? 0);
  return s0 + s1 + s2 + s3;
}

function addScaled(target: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + factor * (row[i] ?? 0);
}
