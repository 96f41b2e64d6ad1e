import { describe, expect, it } from "vitest";
import {
  commonImages,
  domainOf,
  nearestIndex,
  readingAt,
  thinned,
  upTo,
  valueAt,
} from "#/features/compare/laneCurves.ts";
import type { MetricsView } from "#/state/partTypes.ts";

/** A run of `length` steps of 100 images, its loss as written a thousandth of its nats. */
function view(length: number, nats: (step: number) => number): MetricsView {
  const steps = Array.from({ length }, (_, i) => i + 1);
  const column = (scale: number) => steps.map((step) => scale * nats(step));
  return {
    length,
    steps,
    imagesSeen: steps.map((step) => 100 * step),
    reconstruction: column(0.9),
    kl: column(0.1),
    total: column(1),
    lossReconstruction: column(0.0009),
    lossKl: column(0.0001),
    lossTotal: column(0.001),
    beta: column(0),
    learningRate: column(0),
    test: [{ step: 2, imagesSeen: 200, total: 90, reconstruction: 80, kl: 10 }],
    validation: [],
  };
}

const lane = (run: MetricsView, index = 0) => ({
  index,
  letter: "ABCD"[index] ?? "",
  view: run,
  sampled: true,
});
const falling = view(1000, (step) => 100 + 400 / step);

describe("thinned", () => {
  it("gives lanes of the same numbers the same line, however far one has come", () => {
    const shorter = view(700, (step) => 100 + 400 / step);
    const [a, b] = [falling, shorter].map(
      (run) => thinned(lane(run), "total", "nats", 60_000, 0.01).line,
    );
    const whole = (b ?? []).slice(0, -1);
    expect(whole.length).toBeGreaterThan(20);
    expect(a?.slice(0, whole.length)).toEqual(whole);
  });

  it("marks test scores in nats, and has none of the loss as written", () => {
    expect(thinned(lane(falling), "kl", "nats", 100, 1).dots).toEqual([{ x: 2, y: 10 }]);
    const own = thinned(lane(falling), "total", "training", 100, 1);
    expect(own.dots).toEqual([]);
    expect(own.line[0]?.y).toBeCloseTo(0.5);
  });
});

describe("valueAt", () => {
  it("is −ELBO in nats, whatever β the lane trains with, and of an autoencoder what it reconstructs", () => {
    const heavy = { ...falling, total: Float32Array.from(falling.total, (value) => value * 3) };
    const parts = (heavy.reconstruction[5] ?? 0) + (heavy.kl[5] ?? 0);
    expect(valueAt(lane(heavy), "total", "nats", 5)).toBeCloseTo(parts);
    const autoencoder = { view: heavy, sampled: false };
    expect(valueAt(autoencoder, "total", "nats", 5)).toBe(heavy.reconstruction[5]);
  });
});

describe("domainOf", () => {
  const pixels = 784;

  it("lets a lane that runs away leave the frame, and keeps the others in it", () => {
    const runaway = thinned(
      lane(
        view(100, (step) => 10 ** step),
        1,
      ),
      "total",
      "nats",
      100,
      1,
    );
    const good = thinned(lane(falling), "total", "nats", 100, 1);
    const [low, high] = domainOf([good, runaway], "total", "nats", pixels, false);
    expect(low).toBeLessThanOrEqual(100);
    expect(high).toBeLessThan(1000);
  });

  it("begins KL at zero, and a logarithm above it", () => {
    const curve = thinned(lane(falling), "kl", "nats", 100, 1);
    expect(domainOf([curve], "kl", "nats", pixels, false)[0]).toBe(0);
    expect(domainOf([curve], "kl", "nats", pixels, true)[0]).toBeGreaterThan(0);
  });
});

describe("the step lanes share", () => {
  const run = (length: number) => view(length, (step) => 100 + 400 / step);

  it("is the newest all lanes at the front have seen", () => {
    expect(commonImages([run(62), run(61), run(61)])).toBe(6100);
    expect(commonImages([run(62), run(62)])).toBe(6200);
    expect(commonImages([run(0), run(0)])).toBe(0);
  });

  it("is not held back by a lane that stays behind, or has not begun", () => {
    expect(commonImages([run(62), run(20), run(61), run(0)])).toBe(6100);
  });

  it("reads lanes of the same numbers alike, whichever took its step first", () => {
    const images = commonImages([run(62), run(61)]);
    const [a, b] = [run(62), run(61)].map((one) =>
      readingAt(thinned(lane(upTo(one, images)), "total", "nats", 100, 10), null),
    );
    expect(a).toBe(b);
  });
});

describe("reading", () => {
  it("takes the point of the line nearest to the rule, none past its end", () => {
    const { line } = thinned(lane(falling), "total", "nats", 100, 1);
    expect(readingAt({ line }, null)).toBeCloseTo(100.4);
    expect(readingAt({ line }, 4.2)).toBeCloseTo(200);
    const end = line.at(-1)?.x ?? 0;
    expect(readingAt({ line }, end + 0.1)).toBeCloseTo(100.4);
    expect(readingAt({ line }, 3 * end)).toBeNull();
    expect(readingAt({ line: [] }, 3)).toBeNull();
  });

  it("finds the recorded step nearest to so many images", () => {
    expect(nearestIndex(falling, 240)).toBe(1);
    expect(nearestIndex(falling, 260)).toBe(2);
    expect(
      nearestIndex(
        view(0, () => 0),
        5,
      ),
    ).toBe(-1);
    expect(valueAt(lane(falling), "kl", "nats", 3)).toBe(falling.kl[3]);
  });
});
