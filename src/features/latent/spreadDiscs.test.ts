import { describe, expect, it } from "vitest";
import { spreadDiscs } from "#/features/latent/spreadDiscs.ts";

const names = ["T-shirt", "Trouser", "Pullover"];

describe("discs of classes", () => {
  it("stay where they are while they do not meet", () => {
    const apart = [
      { label: 0, u: 0.2, v: 0.2 },
      { label: 1, u: 0.8, v: 0.2 },
    ];
    expect(spreadDiscs(apart, names, 476)).toEqual(apart);
  });

  it("part up and down where they would cover each other, close to their medians", () => {
    const spread = spreadDiscs(
      [
        { label: 0, u: 0.5, v: 0.5 },
        { label: 1, u: 0.52, v: 0.505 },
        { label: 2, u: 0.5, v: 0.51 },
      ],
      names,
      476,
    );
    const ys = spread.map(({ v }) => v * 476).sort((a, b) => a - b);
    expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeGreaterThan(15);
    expect((ys[2] ?? 0) - (ys[1] ?? 0)).toBeGreaterThan(15);
    for (const { v } of spread) expect(Math.abs(v - 0.505) * 476).toBeLessThan(30);
    expect(spread.map(({ u }) => u)).toEqual([0.5, 0.52, 0.5]);
  });
});
