import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { fromScreen, restWindow, toScreen, type PlaneWindow } from "#/core/latent/plane.ts";
import { anyWindow } from "#/core/latent/testing/anyWindow.ts";
import { atRest, clampWindow, panBy, withCoordinates, zoomAt } from "#/core/latent/window.ts";

const unit = fc.double({ min: 0.05, max: 0.95, noNaN: true });

describe("moving the window", () => {
  it("keeps what lies under the pointer there, unless a limit is met", () => {
    fc.assert(
      fc.property(
        anyWindow,
        unit,
        unit,
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (w, u, v, f) => {
          const held = fromScreen(w, u, v);
          const zoomed = zoomAt(w, u, v, f);
          const [u2, v2] = toScreen(zoomed, held);
          const free = clampWindow(zoomed);
          const limited =
            w.coordinates === "phi" ||
            Math.abs(free.centre[0]) >= 15 ||
            Math.abs(free.centre[1]) >= 15;
          if (!limited) {
            expect(u2).toBeCloseTo(u, 6);
            expect(v2).toBeCloseTo(v, 6);
          }
        },
      ),
    );
  });

  it("zooms about the pointer in Φ(z) away from the rim", () => {
    const w: PlaneWindow = { coordinates: "phi", centre: [0, 0], extent: 2 };
    const held = fromScreen(w, 0.4, 0.7);
    const [u, v] = toScreen(zoomAt(w, 0.4, 0.7, 0.8), held);
    expect(u).toBeCloseTo(0.4, 9);
    expect(v).toBeCloseTo(0.7, 9);
  });

  it("pans by what was dragged and back again", () => {
    const there = panBy(restWindow, [0.5, 0.5], [0.6, 0.4]);
    expect(toScreen(there, [0, 0])[0]).toBeCloseTo(0.6, 12);
    expect(toScreen(there, [0, 0])[1]).toBeCloseTo(0.4, 12);
    const back = panBy(there, [0.6, 0.4], [0.5, 0.5]);
    expect(back.centre[0]).toBeCloseTo(0, 12);
  });

  it("keeps the frame within the unit square of Φ(z)", () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.double({ min: -1, max: 1 }),
        fc.double({ min: -1, max: 1 }),
        (w, du, dv) => {
          fc.pre(!Number.isNaN(du) && !Number.isNaN(dv));
          const moved = panBy({ ...clampWindow({ ...w, coordinates: "phi" }) }, [0, 0], [du, dv]);
          for (const corner of [toScreen(moved, [-7, -7]), toScreen(moved, [7, 7])]) {
            for (const p of corner) expect(p <= 1e-6 || p >= 1 - 1e-6).toBe(true);
          }
        },
      ),
    );
  });

  it("limits the range, and rests only at rest", () => {
    expect(zoomAt(restWindow, 0.5, 0.5, 100).extent).toBe(15);
    expect(zoomAt(restWindow, 0.5, 0.5, 0.01).extent).toBe(1);
    expect(zoomAt(withCoordinates(restWindow, "phi"), 0.5, 0.5, 4).extent).toBe(3.19);
    expect(atRest(restWindow)).toBe(true);
    expect(atRest(withCoordinates(restWindow, "phi"))).toBe(true);
    expect(atRest(zoomAt(restWindow, 0.5, 0.5, 0.9))).toBe(false);
  });
});
