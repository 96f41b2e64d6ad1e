import { describe, expect, it } from "vitest";
import { restWindow } from "#/core/latent/plane.ts";
import { createGlide } from "#/features/latent/glide.ts";
import type { StageInputs } from "#/features/latent/inputs.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

type Followed = Pick<StageInputs, "window" | "axes" | "frame" | "still">;

function frame(indices: readonly number[]): PreviewFrame {
  const empty = new Float32Array();
  return {
    step: 0,
    imagesSeen: 0,
    sheet: {
      spec: { window: restWindow, axes: { kind: "dimensions", dims: [0, 1] }, at: [0, 0], n: 3 },
      pixels: new Uint8Array(),
    },
    points: {
      indices: Uint32Array.from(indices),
      labels: new Uint8Array(indices.length),
      mean: empty,
      logVariance: empty,
    },
    strip: new Uint8Array(),
    stripFigure: null,
    label: 0,
    samples: null,
    klPerDimension: empty,
    meanVariance: empty,
    test: { total: 0, reconstruction: 0, kl: 0 },
  };
}

const axes = { kind: "dimensions", dims: [0, 1] } as const;
const inputs = (change: Partial<Followed>): Followed => ({
  window: restWindow,
  axes,
  frame: null,
  still: false,
  ...change,
});

const before = inputs({ frame: frame([1]) });
const after = inputs({ frame: frame([1]) });
const from = Float32Array.of(0, 0);
const to = Float32Array.of(1, 0.5);

describe("glide", () => {
  it("takes 120 ms from one preview to the next, without easing", () => {
    const glide = createGlide();
    glide.at(from, 0);
    glide.follow(before, after);
    expect([...glide.at(to, 1000)]).toEqual([0, 0]);
    expect([...glide.at(to, 1060)]).toEqual([0.5, 0.25]);
    expect(glide.moving).toBe(true);
    expect(glide.at(to, 1120)).toBe(to);
    expect(glide.moving).toBe(false);
  });

  it("does not happen under reduced motion, after a move of the window, or to other points", () => {
    for (const next of [
      inputs({ frame: frame([1]), still: true }),
      inputs({ frame: frame([1]), window: { ...restWindow } }),
      inputs({ frame: frame([2]) }),
    ]) {
      const glide = createGlide();
      glide.at(from, 0);
      glide.follow(before, next);
      expect(glide.at(to, 10)).toBe(to);
    }
  });
});
