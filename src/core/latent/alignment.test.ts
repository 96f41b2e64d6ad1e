import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  alignCodes,
  alignmentKinds,
  fromLane,
  toLane,
  type Alignment,
  type AlignmentKind,
  type Codes,
} from "#/core/latent/alignment.ts";
import { createRng } from "#/core/rng.ts";

/** Means with a spread of their own in each dimension, and none of them centred. */
function codes(count: number, latent: number, seed: number): Codes {
  const rng = createRng(seed);
  const spread = Array.from({ length: latent }, (_, j) => 0.3 + 1 / (1 + j));
  const mean = Float32Array.from({ length: count * latent }, (_, i) => {
    const s = spread[i % latent]!;
    return s * (rng.normal() + 0.2);
  });
  return { mean, count, latent };
}

/** A random orthogonal matrix by Gram–Schmidt; half of them are reflections. */
function orthogonal(n: number, seed: number): number[][] {
  const rng = createRng(seed);
  const rows: number[][] = [];
  while (rows.length < n) {
    const v = Array.from({ length: n }, () => rng.normal());
    for (const row of [...rows, ...rows]) {
      const overlap = row.reduce((sum, x, i) => sum + x * v[i]!, 0);
      row.forEach((x, i) => (v[i]! -= overlap * x));
    }
    const length = Math.hypot(...v);
    rows.push(v.map((x) => x / length));
  }
  return rows;
}

/** Rows of `a` times `map`. */
function mapped(a: Codes, map: readonly (readonly number[])[]): Codes {
  const mean = Float32Array.from({ length: a.mean.length }, (_, i) => {
    const row = Math.floor(i / a.latent);
    return map.reduce((sum, line, k) => sum + a.mean[row * a.latent + k]! * line[i % a.latent]!, 0);
  });
  return { ...a, mean };
}

/** `latent` − a.latent more dimensions that say nothing, in front. */
function widened(a: Codes, latent: number): Codes {
  const mean = new Float32Array(a.count * latent);
  for (let row = 0; row < a.count; row++) {
    mean.set(
      a.mean.subarray(row * a.latent, (row + 1) * a.latent),
      row * latent + latent - a.latent,
    );
  }
  return { mean, count: a.count, latent };
}

function aligned(kind: AlignmentKind, a: Codes, b: Codes): Alignment {
  const result = alignCodes(kind, a, b);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

/** Largest distance between A's rows and B's brought over. */
function misfit(alignment: Alignment, a: Codes, b: Codes): number {
  let worst = 0;
  for (let row = 0; row < a.count; row++) {
    const z = fromLane(alignment, b.mean.subarray(row * b.latent, (row + 1) * b.latent));
    z.forEach((x, i) => (worst = Math.max(worst, Math.abs(x - a.mean[row * a.latent + i]!))));
  }
  return worst;
}

const length = (z: readonly number[]) => Math.hypot(...z);
const sizes = { latent: fc.integer({ min: 2, max: 12 }), seed: fc.integer({ min: 0, max: 1e6 }) };

describe("alignCodes", () => {
  it("finds a turned or mirrored copy exactly", () => {
    fc.assert(
      fc.property(sizes.latent, sizes.seed, (latent, seed) => {
        const a = codes(60, latent, seed);
        const b = mapped(a, orthogonal(latent, seed + 1));
        const alignment = aligned("procrustes", a, b);
        expect(misfit(alignment, a, b)).toBeLessThan(1e-5);
        expect(alignment.explained).toBeCloseTo(1, 9);
      }),
      { numRuns: 40 },
    );
  });

  it("finds axes that were shuffled and turned round exactly, by either way", () => {
    fc.assert(
      fc.property(sizes.latent, sizes.seed, (latent, seed) => {
        const a = codes(200, latent, seed);
        const rng = createRng(seed + 2);
        const order = Uint32Array.from({ length: latent }, (_, i) => i);
        rng.shuffle(order);
        const map = Array.from(order, (target) => {
          const sign = rng.uniform() < 0.5 ? -1 : 1;
          return Array.from({ length: latent }, (_, i) => (i === target ? sign : 0));
        });
        const b = mapped(a, map);
        for (const kind of alignmentKinds) {
          const alignment = aligned(kind, a, b);
          expect(misfit(alignment, a, b)).toBeLessThan(1e-5);
          expect(alignment.explained).toBeCloseTo(1, 9);
        }
        const { matrix } = aligned("permutation", a, b);
        // b = a · map, so R is its inverse: its transpose.
        expect([...matrix]).toEqual(map.flatMap((_, j) => map.map((row) => row[j]!)));
      }),
      { numRuns: 40 },
    );
  });

  it("is orthogonal for any two spaces, whatever their sizes", () => {
    fc.assert(
      fc.property(sizes.latent, sizes.latent, sizes.seed, (latentA, latentB, seed) => {
        const a = codes(40, latentA, seed);
        const b = codes(40, latentB, seed + 1);
        const n = Math.max(latentA, latentB);
        for (const kind of alignmentKinds) {
          const { matrix, explained } = aligned(kind, a, b);
          expect(explained).toBeLessThanOrEqual(1);
          for (let i = 0; i < n; i++) {
            for (let j = 0; j < n; j++) {
              let sum = 0;
              for (let k = 0; k < n; k++) sum += matrix[i * n + k]! * matrix[j * n + k]!;
              expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("finds a space within a larger one, both ways round", () => {
    const small = codes(80, 3, 5);
    const large = mapped(widened(small, 5), orthogonal(5, 6));
    expect(misfit(aligned("procrustes", small, large), small, large)).toBeLessThan(1e-5);
    expect(misfit(aligned("procrustes", large, small), large, small)).toBeLessThan(1e-5);
    const shifted = widened(small, 5);
    const alignment = aligned("permutation", small, shifted);
    expect(toLane(alignment, [1, 2, 3])).toEqual([0, 0, 1, 2, 3]);
    expect(fromLane(alignment, [7, 8, 1, 2, 3])).toEqual([1, 2, 3]);
  });

  it("keeps lengths and comes back where lane B has room for it", () => {
    fc.assert(
      fc.property(sizes.latent, sizes.latent, sizes.seed, (p, q, seed) => {
        const [latentA, latentB] = [Math.min(p, q), Math.max(p, q)];
        const z = Array.from(codes(1, latentA, seed + 3).mean);
        for (const kind of alignmentKinds) {
          const alignment = aligned(kind, codes(30, latentA, seed), codes(30, latentB, seed + 1));
          const there = toLane(alignment, z);
          expect(there).toHaveLength(latentB);
          expect(length(there)).toBeCloseTo(length(z), 9);
          fromLane(alignment, there).forEach((x, i) => expect(x).toBeCloseTo(z[i]!, 9));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("explains little of codes that have nothing in common", () => {
    const a = codes(4000, 4, 1);
    const centred = { ...a, mean: a.mean.map((x, i) => x - 0.2 * (0.3 + 1 / (1 + (i % 4)))) };
    const other = codes(4000, 4, 2);
    expect(aligned("procrustes", centred, other).explained).toBeLessThan(0.1);
  });

  it("says why it refuses", () => {
    const a = codes(50, 3, 1);
    const asleep = { ...a, mean: a.mean.map((x, i) => (i % 3 === 0 ? x : 0.001 * x)) };
    expect(alignCodes("procrustes", a, asleep)).toEqual({
      ok: false,
      error: { reason: "too-few-active", activeA: 3, activeB: 1 },
    });
    const none = { mean: new Float32Array(), count: 0, latent: 3 };
    expect(alignCodes("permutation", none, none)).toEqual({
      ok: false,
      error: { reason: "no-points", activeA: 0, activeB: 0 },
    });
    expect(() => alignCodes("permutation", a, codes(49, 3, 1))).toThrow(RangeError);
  });
});
