import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinateDensity, priorDensity, reach } from "#/features/explore/histogram.ts";

const area = (density: Float32Array): number =>
  density.reduce((sum, d) => sum + d, 0) * ((2 * reach) / density.length);

describe("coordinateDensity", () => {
  it("has an area equal to the share of points inside ±3", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -6, max: 6, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (values) => {
          const inside = values.filter((v) => Math.abs(v) <= reach).length / values.length;
          return (
            Math.abs(area(coordinateDensity(Float32Array.from(values), 1, 0, 48)) - inside) < 1e-4
          );
        },
      ),
    );
  });

  it("reads its own coordinate of interleaved vectors", () => {
    const mean = Float32Array.of(-2.9, 2.9, -2.9, 2.9);
    const first = coordinateDensity(mean, 2, 0, 6);
    const second = coordinateDensity(mean, 2, 1, 6);
    expect([...first]).toEqual([1, 0, 0, 0, 0, 0]);
    expect([...second]).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it("shows a dead dimension as one spike at zero, far above the prior", () => {
    const density = coordinateDensity(new Float32Array(100).fill(1e-3), 1, 0, 60);
    expect(density[30]).toBeGreaterThan(10 * priorDensity(0));
    expect([...density].filter((d) => d > 0)).toHaveLength(1);
  });

  it("counts both ends of the range and survives no points", () => {
    expect([...coordinateDensity(Float32Array.of(-3, 3), 1, 0, 2)]).toEqual([
      expect.closeTo(1 / 6, 6),
      expect.closeTo(1 / 6, 6),
    ]);
    expect(area(coordinateDensity(new Float32Array(0), 2, 0, 10))).toBe(0);
  });
});
