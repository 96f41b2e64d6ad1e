import { describe, expect, it } from "vitest";
import { createFrameStore, decoderWeights } from "#/state/frames.ts";
import { fakeFrame } from "#/worker/testing/fakeFrame.ts";
import { testConfig, testPreview } from "#/worker/testing/testConfig.ts";

const frame = (step: number) =>
  fakeFrame(
    testPreview(),
    { config: testConfig(), step, imagesSeen: step * 8, pixels: 16, classes: 10, beta: 1 },
    10,
  );

const weightsOf = (floats: number) => ({
  "decoder/0/kernel": { shape: [floats], values: new Float32Array(floats) },
});

const early = [0, 1, 2, 4, 8, 16, 32, 64, 128];
const longRun = [...early, ...Array.from({ length: 500 }, (_, i) => 200 + 25 * i)];

describe("createFrameStore", () => {
  it("keeps 120 of a long run, the early ones and the newest among them", () => {
    const frames = createFrameStore();
    for (const step of longRun) frames.add(frame(step), weightsOf(4));
    const steps = frames.list().map((kept) => kept.frame.step);
    expect(steps).toHaveLength(120);
    expect(steps.slice(0, 9)).toEqual(early);
    expect(steps.at(-1)).toBe(longRun.at(-1));
    expect(frames.list().filter((kept) => kept.hasWeights)).toHaveLength(24);
    expect(frames.list().at(-1)?.hasWeights).toBe(true);
  });

  it("stays within its bytes, weights counted", () => {
    const bytes = 40_000;
    const frames = createFrameStore({ frames: 120, withWeights: 24, bytes });
    for (const step of longRun) {
      frames.add(frame(step), weightsOf(500));
      expect(frames.bytes).toBeLessThanOrEqual(bytes);
    }
    expect(frames.list().length).toBeGreaterThan(10);
    expect(frames.list().at(-1)?.frame.step).toBe(longRun.at(-1));
  });

  it("keeps the frame someone looks at, and finds it again", () => {
    const frames = createFrameStore({ frames: 12, withWeights: 4, bytes: 1e9 });
    for (const step of longRun.slice(0, 12)) frames.add(frame(step), null);
    expect(frames.scrub(10)).toBe(10);
    const looked = frames.shown();
    for (const step of longRun.slice(12, 100)) frames.add(frame(step), null);
    expect(frames.shown()).toBe(looked);
    expect(frames.list()[frames.scrubbed ?? -1]?.frame).toBe(looked);
    expect(frames.scrub(null)).toBeNull();
  });

  it("replaces the picture of the same step and keeps its weights", () => {
    const frames = createFrameStore();
    frames.add(frame(5), weightsOf(4));
    frames.add(frame(5), null);
    expect(frames.list()).toMatchObject([{ hasWeights: true }]);
    frames.attachWeights(4, weightsOf(4));
    expect(frames.list()).toHaveLength(1);
  });

  it("goes back with the run", () => {
    const frames = createFrameStore();
    for (const step of [0, 8, 16]) frames.add(frame(step), null);
    frames.dropAfter(8);
    expect(frames.shown()?.step).toBe(8);
    frames.clear();
    expect(frames.shown()).toBeNull();
  });
});

it("keeps of a model what decoding needs", () => {
  const entry = { shape: [1], values: new Float32Array(1) };
  const names = ["encoder/0/kernel", "mean/bias", "decoder/0/bias", "output/kernel"];
  const weights = Object.fromEntries(names.map((name) => [name, entry]));
  expect(Object.keys(decoderWeights(weights))).toEqual(["decoder/0/bias", "output/kernel"]);
});
