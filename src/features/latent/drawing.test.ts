import { describe, expect, it } from "vitest";
import { chooseCorner } from "#/features/latent/corners.ts";
import { loupeCentre, loupePower } from "#/features/latent/draw/loupe.ts";
import { rimDirection } from "#/features/latent/draw/points.ts";
import { layerOpacity } from "#/features/latent/layerOpacity.ts";
import { nativeSheet, pngScale } from "#/features/latent/sheetPng.ts";
import { extendTrail } from "#/features/latent/trail.ts";
import { subscript } from "#/features/latent/useAxisNames.ts";
import { restWindow, type PlanePoint } from "#/core/latent/plane.ts";

describe("layers", () => {
  const both = { pictures: true, points: true, prior: true, density: false };
  it("put pictures at 40 % under points at rest", () => {
    expect(layerOpacity(both, 0.5)).toEqual({ pictures: 0.4, points: 1 });
  });
  it("go from pictures alone to points alone", () => {
    expect(layerOpacity(both, 0)).toEqual({ pictures: 1, points: 0 });
    expect(layerOpacity(both, 1)).toEqual({ pictures: 0, points: 1 });
  });
  it("are whole when only one is shown", () => {
    expect(layerOpacity({ ...both, points: false }, 0.5)).toEqual({ pictures: 1, points: 0 });
    expect(layerOpacity({ ...both, pictures: false }, 0)).toEqual({ pictures: 0, points: 1 });
  });
});

describe("rim", () => {
  it("points where the point lies", () => {
    expect(rimDirection(1.2, 0.5)).toBe(0);
    expect(rimDirection(1.2, 1.2)).toBe(1);
    expect(rimDirection(0.5, 1.2)).toBe(2);
    expect(rimDirection(-0.1, 0.5)).toBe(4);
    expect(rimDirection(0.5, -0.1)).toBe(6);
    expect(rimDirection(1.1, -0.1)).toBe(7);
  });
});

describe("loupe", () => {
  it("enlarges by a round number not above what fits", () => {
    expect(loupePower(13)).toBe(10);
    expect(loupePower(1.2)).toBe(2);
    expect(loupePower(99)).toBe(50);
  });
  it("stands towards the middle", () => {
    expect(loupeCentre(0, 50, 100, 10)).toEqual([10, 50]);
    expect(loupeCentre(50, 50, 100, 10)[1]).toBeLessThan(50);
  });
});

describe("cards", () => {
  it("stand in the corner farthest from their point that is free", () => {
    expect(chooseCorner(0.1, 0.2, null)).toBe("bottomRight");
    expect(chooseCorner(0.1, 0.2, "bottomRight")).toBe("topRight");
  });
});

describe("trail", () => {
  it("keeps the last 40 places while held", () => {
    let trail: readonly PlanePoint[] = [];
    for (let i = 0; i < 60; i++) trail = extendTrail(trail, [i, 0]);
    expect(trail).toHaveLength(40);
    expect(trail.at(-1)).toEqual([59, 0]);
    expect(extendTrail(trail, null)).toEqual([]);
  });
});

describe("saved sheet", () => {
  it("holds every stored pixel once, in the cells' order", () => {
    const spec = {
      window: restWindow,
      axes: { kind: "dimensions", dims: [0, 1] },
      at: [0, 0],
      n: 2,
    } as const;
    const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const rgba = nativeSheet({ spec, pixels }, [1, 2, 1], false);
    expect([...rgba].filter((_, i) => i % 4 === 0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const inverted = nativeSheet({ spec, pixels }, [1, 2, 1], true);
    expect(inverted[0]).toBe(254);
  });
  it("comes near 1,920 pixels", () => {
    expect(pngScale(17, [28, 28, 1])).toBe(4);
    expect(pngScale(30, [64, 64, 3])).toBe(1);
  });
});

describe("names", () => {
  it("count dimensions from one, in subscripts", () => {
    expect(subscript(12)).toBe("₁₂");
  });
});
