/**
 * Laying one latent space over another, for two runs of one model rarely share axes. By signed
 * permutation, which keeps axes and their KL, or by an orthogonal map (Procrustes).
 */

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
