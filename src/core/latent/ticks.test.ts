import { describe, expect, it } from "vitest";
import { restWindow, toScreen } from "#/core/latent/plane.ts";
import { planeTicks } from "#/core/latent/ticks.ts";

const phi = { ...restWindow, coordinates: "phi" as const };

describe("ticks", () => {
  it("mark whole prior standard deviations at rest", () => {
    expect(planeTicks(restWindow, 0, 0.08).map((t) => t.value)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  });

  it("stand where toScreen puts them, in Φ(z) too, and drop numbers that would touch", () => {
    const ticks = planeTicks(phi, 1, 0.08);
    for (const t of ticks) expect(1 - t.position).toBeCloseTo(toScreen(phi, [0, t.value])[1], 12);
    const labels = ticks.filter((t) => t.labelled).map((t) => t.position);
    labels.forEach((p, i) => {
      if (i > 0) expect(p - (labels[i - 1] ?? 0)).toBeGreaterThanOrEqual(0.08 - 1e-12);
    });
  });

  it("stay few when zoomed out", () => {
    expect(planeTicks({ ...restWindow, extent: 15 }, 0, 0.08).length).toBeLessThan(20);
  });
});
