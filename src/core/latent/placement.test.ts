import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { classMedians, countOutside, linearPoints, placePoints } from "#/core/latent/placement.ts";
import { project, restWindow, toScreen, type PlaneAxes } from "#/core/latent/plane.ts";
import { buildSpatialIndex, nearestPoints } from "#/core/latent/spatialIndex.ts";
import { anyWindow } from "#/core/latent/testing/anyWindow.ts";

const axes: PlaneAxes = { kind: "dimensions", dims: [2, 0] };

describe("placing many points", () => {
  it("agrees with toScreen in every window", () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (window, z) => {
          const out = new Float32Array(2);
          placePoints(window, linearPoints(axes, window.coordinates, z, 1), out);
          const [u, v] = toScreen(window, project(axes, z));
          expect(out[0]).toBeCloseTo(u, 4);
          expect(out[1]).toBeCloseTo(v, 4);
        },
      ),
    );
  });

  it("counts the points outside and finds medians by class", () => {
    const positions = Float32Array.of(0.1, 0.5, 0.3, 0.5, 0.2, 0.9, 1.4, 0.5, 0.6, -0.1);
    expect(countOutside(positions)).toBe(2);
    const medians = classMedians(positions, Uint8Array.of(1, 1, 1, 0, 0));
    expect(medians.map(({ label }) => label)).toEqual([0, 1]);
    expect(medians[0]?.u).toBeCloseTo(1, 6);
    expect(medians[0]?.v).toBeCloseTo(0.2, 6);
    expect(medians[1]?.u).toBeCloseTo(0.2, 6);
    expect(medians[1]?.v).toBe(0.5);
  });

  it("finds the nearest point as a search through all of them does", () => {
    const unit = fc.float({ min: Math.fround(-0.2), max: Math.fround(1.2), noNaN: true });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 80 }), unit, unit, (flat, u, v) => {
        const positions = Float32Array.from(flat.slice(0, flat.length - (flat.length % 2)));
        const found = buildSpatialIndex(positions).nearest(u, v, 0.1);
        const [best] = nearestPoints(positions, u, v, 1);
        const distance = (i: number): number =>
          Math.hypot((positions[2 * i] ?? 0) - u, (positions[2 * i + 1] ?? 0) - v);
        if (found === null) {
          if (best !== undefined) expect(distance(best)).toBeGreaterThan(0.1 - 1e-9);
        } else {
          expect(distance(found)).toBeCloseTo(distance(best ?? found), 9);
        }
      }),
    );
  });

  it("orders neighbours by distance", () => {
    const positions = Float32Array.of(0.9, 0.9, 0.5, 0.5, 0.6, 0.5, 2, 2);
    expect(nearestPoints(positions, 0.5, 0.5, 3)).toEqual([1, 2, 0]);
    expect(toScreen(restWindow, [0, 0])).toEqual([0.5, 0.5]);
  });
});
