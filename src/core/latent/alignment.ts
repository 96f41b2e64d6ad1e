/**
 * Laying one latent space over another, for two runs of one model rarely share axes. By signed
 * permutation, which keeps axes and their KL, or by an orthogonal map (Procrustes).
 */
import { bestAssignment } from "#/core/latent/assignment.ts";
import { singularValues } from "#/core/latent/svd.ts";
import { activeUnits, Moments } from "#/core/metrics/moments.ts";
import { err, ok, type Result } from "#/core/result.ts";

export const alignmentKinds = ["permutation", "procrustes"] as const;
export type AlignmentKind = (typeof alignmentKinds)[number];

/**
 * An orthogonal map between the two spaces, padded with zeros to the larger latent size n. Lane A's
 * z [latentA] is shown by lane B at `toLane(z)` [latentB]; B's means are drawn over A's at `fromLane`.
 */
export interface Alignment {
  readonly kind: AlignmentKind;
  readonly latentA: number;
  readonly latentB: number;
  /** R [n × n], row-major, n = max(latentA, latentB): row vectors b · R ≈ a. */
  readonly matrix: Float64Array;
  /** Share of the squared length of A's means that the aligned means of B explain; ≤ 1. */
  readonly explained: number;
}

/** Fewer than two active units on a side leave nothing to align. */
export interface AlignmentRefusal {
  readonly reason: "too-few-active" | "no-points";
  readonly activeA: number;
  readonly activeB: number;
}

/** Encoded means of one lane: row i is of the same image in every lane. */
export interface Codes {
  /** μ [count × latent] */
  readonly mean: Float32Array;
  readonly count: number;
  readonly latent: number;
}

/**
 * Lays `b` over `a`: same images, row by row. Neither is centred or scaled, for both are held to the
 * same prior. @throws RangeError when they have different numbers of rows.
 */
export function alignCodes(
  kind: AlignmentKind,
  a: Codes,
  b: Codes,
): Result<Alignment, AlignmentRefusal> {
  if (a.count !== b.count) throw new RangeError("lanes are aligned on the same images");
  const [activeA, activeB] = [activeIn(a), activeIn(b)];
  if (a.count === 0) return err({ reason: "no-points", activeA, activeB });
  if (activeA < 2 || activeB < 2) return err({ reason: "too-few-active", activeA, activeB });
  const n = Math.max(a.latent, b.latent);
  const products = crossProducts(a, b, n);
  const matrix =
    kind === "permutation" ? signedPermutation(products, n) : orthogonalMap(products, n);
  return ok({
    kind,
    latentA: a.latent,
    latentB: b.latent,
    matrix,
    explained: explainedShare(a, b, matrix, n),
  });
}

/** Lane A's z [latentA] as lane B sees it [latentB]: a · Rᵀ. */
export function toLane(alignment: Alignment, z: ArrayLike<number>): number[] {
  const { latentA, latentB, matrix } = alignment;
  const n = Math.max(latentA, latentB);
  return Array.from({ length: latentB }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < latentA; i++) sum += (z[i] ?? 0) * (matrix[j * n + i] ?? 0);
    return sum;
  });
}

/** Lane B's z [latentB] as lane A sees it [latentA]: b · R. */
export function fromLane(alignment: Alignment, z: ArrayLike<number>): number[] {
  const { latentA, latentB, matrix } = alignment;
  const n = Math.max(latentA, latentB);
  return Array.from({ length: latentA }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < latentB; j++) sum += (z[j] ?? 0) * (matrix[j * n + i] ?? 0);
    return sum;
  });
}

function activeIn({ mean, count, latent }: Codes): number {
  const moments = new Moments(latent);
  moments.add(mean, count);
  return activeUnits(moments.variance);
}

/** Multiplications a step may take: at 256 dimensions five hundred images, evenly spread, must do. */
const mostProducts = 2 ** 25;

function rowStride(a: Codes, b: Codes): number {
  return Math.ceil((a.count * a.latent * b.latent) / mostProducts);
}

/** BᵀA, padded with zeros: row j is of B's dimension j. [n × n] */
function crossProducts(a: Codes, b: Codes, n: number): Float64Array {
  const products = new Float64Array(n * n);
  const stride = rowStride(a, b);
  for (let row = 0; row < a.count; row += stride) {
    for (let j = 0; j < b.latent; j++) {
      const y = b.mean[row * b.latent + j] ?? 0;
      for (let i = 0; i < a.latent; i++) {
        const at = j * n + i;
        products[at] = (products[at] ?? 0) + y * (a.mean[row * a.latent + i] ?? 0);
      }
    }
  }
  return products;
}

/** 1 − ‖A − BR‖² / ‖A‖², over A's own dimensions. */
function explainedShare(a: Codes, b: Codes, matrix: Float64Array, n: number): number {
  const stride = rowStride(a, b);
  const residual = new Float64Array(a.latent);
  let [left, whole] = [0, 0];
  for (let row = 0; row < a.count; row += stride) {
    residual.set(a.mean.subarray(row * a.latent, (row + 1) * a.latent));
    for (let i = 0; i < a.latent; i++) whole += (residual[i] ?? 0) ** 2;
    for (let j = 0; j < b.latent; j++) {
      const y = b.mean[row * b.latent + j] ?? 0;
      for (let i = 0; i < a.latent; i++) {
        residual[i] = (residual[i] ?? 0) - y * (matrix[j * n + i] ?? 0);
      }
    }
    for (let i = 0; i < a.latent; i++) left += (residual[i] ?? 0) ** 2;
  }
  return 1 - left / whole;
}

/** The dimension of A that each of B stands for, turned where it runs the other way. [n × n] */
function signedPermutation(cross: Float64Array, n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  bestAssignment(cross.map(Math.abs), n).forEach((column, row) => {
    matrix[row * n + column] = (cross[row * n + column] ?? 0) < 0 ? -1 : 1;
  });
  return matrix;
}

/** R = UVᵀ of BᵀA = UΣVᵀ, the orthogonal R that makes ‖BR − A‖ least (Schönemann, 1966). [n × n] */
function orthogonalMap(cross: Float64Array, n: number): Float64Array {
  const { u, v } = singularValues(cross, n);
  const matrix = new Float64Array(n * n);
  u.forEach((left, k) => {
    const right = v[k] ?? left;
    for (let j = 0; j < n; j++) {
      const factor = left[j] ?? 0;
      for (let i = 0; i < n; i++) {
        matrix[j * n + i] = (matrix[j * n + i] ?? 0) + factor * (right[i] ?? 0);
      }
    }
  });
  return matrix;
}
