import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contoursOf, type Contour } from "#/core/latent/contours.ts";

/** `f` at the centres of n × n cells of the frame. */
function sheet(n: number, f: (u: number, v: number) => number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, i) =>
    f(((i % n) + 0.5) / n, (Math.floor(i / n) + 0.5) / n),
  );
}

const points = (contours: readonly Contour[]) => contours.flatMap(({ lines }) => lines.flat());

describe("contoursOf", () => {
  it("draws straight lines over a slope, from side to side and nowhere else", () => {
    const contours = contoursOf(
      sheet(20, (u) => 100 * u),
      20,
    );
    expect(contours.map(({ level }) => level)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
    for (const { level, lines } of contours) {
      expect(lines).toHaveLength(1);
      const line = lines[0]!;
      for (const [u] of line) expect(u).toBeCloseTo(level / 100, 6);
      const heights = line.map(([, v]) => v);
      expect(Math.min(...heights)).toBeLessThanOrEqual(0.025);
      expect(Math.max(...heights)).toBeGreaterThanOrEqual(0.975);
    }
  });

  it("closes circles round a basin", () => {
    const bowl = sheet(41, (u, v) => 400 * ((u - 0.5) ** 2 + (v - 0.4) ** 2));
    const [first, second] = contoursOf(bowl, 41);
    for (const [contour, level] of [
      [first!, 10],
      [second!, 20],
    ] as const) {
      expect(contour.level).toBe(level);
      expect(contour.lines).toHaveLength(1);
      const line = contour.lines[0]!;
      expect(line[0]).toEqual(line.at(-1));
      for (const [u, v] of line) {
        expect(Math.hypot(u - 0.5, v - 0.4)).toBeCloseTo(Math.sqrt(level / 400), 2);
      }
    }
  });

  it("cuts a circle that leaves the sheet open, in one piece", () => {
    const corner = sheet(30, (u, v) => 100 * (u * u + v * v));
    const contour = contoursOf(corner, 30).find(({ level }) => level === 50)!;
    expect(contour.lines).toHaveLength(1);
    const line = contour.lines[0]!;
    expect(line[0]).not.toEqual(line.at(-1));
  });

  it("stays between the outermost centres, over any sheet", () => {
    const values = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), {
      minLength: 49,
      maxLength: 49,
    });
    fc.assert(
      fc.property(values, (given) => {
        const contours = contoursOf(given, 7);
        for (const [u, v] of points(contours)) {
          for (const p of [u, v]) expect(p >= 0.5 / 7 && p <= 6.5 / 7).toBe(true);
        }
      }),
    );
  });

  it("has nothing to draw on a plain, and no end of lines nowhere", () => {
    expect(contoursOf(new Float64Array(16).fill(3), 4)).toEqual([]);
    const steep = sheet(10, (u) => 1e6 * u);
    expect(contoursOf(steep, 10)).toHaveLength(40);
    expect(contoursOf([0, 1, Infinity, 3], 2, 1)).toHaveLength(2);
  });
});
