import { describe, expect, it } from "vitest";
import { createRng, standardNormalQuantile, threefry2x32 } from "#/core/rng.ts";

function words(key0: number, key1: number, c0: number, c1: number): string[] {
  const out = new Uint32Array(2);
  threefry2x32(key0, key1, c0, c1, out);
  return [...out].map((word) => word.toString(16).padStart(8, "0"));
}

describe("threefry2x32", () => {
  // Known-answer vectors for 20 rounds published with the Random123 distribution.
  it("matches the published vectors", () => {
    expect(words(0, 0, 0, 0)).toEqual(["6b200159", "99ba4efe"]);
    expect(words(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toEqual(["1cb996fc", "bb002be7"]);
    expect(words(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual(["c4923a9c", "483df7a0"]);
  });
});

describe("createRng", () => {
  it("gives the same numbers for the same seed and resumes from a position", () => {
    const a = createRng(7);
    const b = createRng(7);
    const first = Array.from({ length: 9 }, () => a.uint32());
    expect(Array.from({ length: 9 }, () => b.uint32())).toEqual(first);
    b.position = 4;
    expect(b.uint32()).toBe(first[4]);
  });

  it("draws from any place what its key and that place give, beyond 2³² too", () => {
    const rng = createRng(7).fork("noise");
    const [key0, key1] = rng.key;
    const block = new Uint32Array(2);
    for (const position of [0, 1, 6, 2 ** 33 + 5, 2 ** 40, 1]) {
      rng.position = position;
      const index = Math.floor(position / 2);
      threefry2x32(key0, key1, index >>> 0, Math.floor(index / 2 ** 32), block);
      expect(rng.uint32()).toBe(block[position % 2]);
    }
  });

  it("forks streams that do not move their parent", () => {
    const a = createRng(7);
    const b = createRng(7);
    a.fork("noise").uint32();
    expect(a.uint32()).toBe(b.uint32());
    expect(createRng(7).fork("noise").uint32()).not.toBe(createRng(7).fork("shuffle").uint32());
  });

  it("draws normals with the right moments", () => {
    const draws = new Float32Array(100_000);
    createRng(1).fillNormal(draws);
    const mean = draws.reduce((s, x) => s + x, 0) / draws.length;
    const variance = draws.reduce((s, x) => s + (x - mean) ** 2, 0) / draws.length;
    const kurtosis = draws.reduce((s, x) => s + (x - mean) ** 4, 0) / draws.length / variance ** 2;
    // Standard errors at n = 1e5: 0.0032, 0.0045, 0.0155; the bounds are four of them.
    expect(Math.abs(mean)).toBeLessThan(0.013);
    expect(Math.abs(variance - 1)).toBeLessThan(0.018);
    expect(Math.abs(kurtosis - 3)).toBeLessThan(0.062);
  });

  it("shuffles into a permutation", () => {
    const values = Uint32Array.from({ length: 100 }, (_, i) => i);
    createRng(3).shuffle(values);
    expect([...values].sort((p, q) => p - q)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(values[0] === 0 && values[1] === 1 && values[2] === 2).toBe(false);
  });
});

describe("standardNormalQuantile", () => {
  it("inverts Φ at tabulated points", () => {
    expect(standardNormalQuantile(0.5)).toBeCloseTo(0, 6);
    expect(standardNormalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(standardNormalQuantile(0.05)).toBeCloseTo(-1.644854, 5);
    expect(standardNormalQuantile(0.999)).toBeCloseTo(3.090232, 5);
  });
});
