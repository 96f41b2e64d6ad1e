import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  boundedDomain,
  epochsDomain,
  fallingDomain,
  fromZeroDomain,
  logDomain,
  roundUp,
  ticksOf,
} from "#/core/metrics/axis.ts";

describe("axes", () => {
  it("rounds up the ladder 1, 2, 5", () => {
    expect([0.3, 1, 1.01, 3, 7, 20].map(roundUp)).toEqual([0.5, 1, 2, 5, 10, 20]);
  });

  it("grows the x axis in steps", () => {
    expect(epochsDomain(0)).toEqual([0, 0.05]);
    expect(epochsDomain(0.7)).toEqual([0, 1]);
    expect(epochsDomain(3)).toEqual([0, 5]);
  });

  it("lets the first fall leave the frame and keeps all the rest inside", () => {
    const curve = Array.from({ length: 101 }, (_, x) => ({ x, y: x < 5 ? 540 : 200 - x / 2 }));
    const [low, high] = fallingDomain([curve]);
    expect(low).toBeLessThanOrEqual(150);
    expect(high).toBeLessThan(300);
    expect(high).toBeGreaterThanOrEqual(195);
  });

  it("clips what a huge weight of KL makes of the total, unless the reconstruction needs the room", () => {
    const total = Array.from({ length: 50 }, (_, x) => ({ x, y: 1e5 - 1900 * x }));
    const reconstruction = total.map(({ x }) => ({ x, y: 2200 - 8 * x }));
    const [low, high] = boundedDomain([total, reconstruction], [reconstruction], 2800);
    expect(low).toBeLessThanOrEqual(1808);
    expect(high).toBe(3000);
    const [, taller] = boundedDomain([total, reconstruction], [reconstruction], 500);
    expect(taller).toBeGreaterThanOrEqual(2160);
    expect(taller).toBeLessThan(3000);
  });

  it("passes over what is no number", () => {
    const curve = [100, Number.NaN, Infinity, 120].map((y, x) => ({ x, y }));
    expect(fallingDomain([curve])[1]).toBeLessThan(200);
    expect(boundedDomain([curve], [curve], 110)[1]).toBeLessThan(200);
    expect(fromZeroDomain([curve], 1)).toEqual([0, 150]);
  });

  it("is never empty", () => {
    const number = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { maxLength: 20 }), (ys) => {
        const curve = ys.map((y, x) => ({ x, y }));
        for (const [low, high] of [fallingDomain([curve]), fromZeroDomain([curve], 1)]) {
          expect(high).toBeGreaterThan(low);
        }
        const [low, high] = logDomain(fromZeroDomain([curve], 1), 0.01);
        expect(low).toBeGreaterThan(0);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it("puts round ticks inside the domain", () => {
    expect(ticksOf([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf([150, 250], 4)).toEqual([150, 200, 250]);
  });
});
