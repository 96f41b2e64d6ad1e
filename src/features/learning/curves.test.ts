import { describe, expect, it } from "vitest";
import {
  chartLines,
  flags,
  landmarkLines,
  nearestIndex,
  validationMarks,
} from "#/features/learning/curves.ts";
import { klBars, orderByKl } from "#/features/learning/klOrder.ts";
import type { MetricsView } from "#/state/partTypes.ts";

const view: MetricsView = {
  length: 4,
  steps: [1, 2, 3, 4],
  imagesSeen: [100, 200, 300, 400],
  reconstruction: [500, 400, 300, 250],
  kl: [0, 1, 2, 3],
  total: [500, 401, 304, 256],
  lossReconstruction: [5, 4, 3, 2.5],
  lossKl: [0, 1, 2, 3],
  lossTotal: [5, 5, 7, 8.5],
  beta: [1, 1, 2, 2],
  learningRate: [1e-3, 1e-3, 1e-3, 1e-3],
  test: [{ step: 2, imagesSeen: 200, reconstruction: 390, kl: 1, total: 391 }],
  validation: [
    {
      step: 4,
      imagesSeen: 400,
      loss: { total: 0.26, reconstruction: 0.25, kl: 0.01 },
      perImage: { total: 260, reconstruction: 250, kl: 10 },
    },
  ],
};

const texts = { total: "total", reconstruction: "recon.", klTest: "test", klTrain: "train" };

describe("chartLines", () => {
  it("puts curves on epochs, the total as it was reported", () => {
    const { loss, kl } = chartLines(view, null, 200, texts);
    const total = loss.find((line) => line.id === "train-total");
    expect(total?.points).toEqual([
      { x: 0.5, y: 500 },
      { x: 1, y: 401 },
      { x: 1.5, y: 304 },
      { x: 2, y: 256 },
    ]);
    expect(kl.find((line) => line.id === "test-kl")?.points).toEqual([{ x: 1, y: 1 }]);
    expect(loss.some((line) => line.id === "ghost")).toBe(false);
  });

  it("draws the run before as a ghost under the others", () => {
    expect(chartLines(view, view, 200, texts).loss[0]?.id).toBe("ghost");
  });
});

it("names the landmarks that hold, and leaves out the others", () => {
  const marks = landmarkLines(
    { untrained: 543.4, meanImage: null, floor: 0 },
    {
      untrained: (nats) => `u ${String(nats)}`,
      meanImage: String,
      floor: (nats) => `f ${String(nats)}`,
    },
  );
  expect(marks).toEqual([
    { id: "untrained", label: "u 543.4", value: 543.4 },
    { id: "floor", label: "f 0", value: 0 },
  ]);
});

it("marks what a validation found, at the end of its epoch", () => {
  const marks = validationMarks(
    view,
    200,
    "ink",
    ({ perImage }) => perImage.total,
    ({ loss }, epoch) => `${String(epoch)}: ${String(loss.total)}`,
  );
  expect(marks).toEqual([{ id: "4", x: 2, y: 260, color: "ink", label: "2: 0.26" }]);
});

it("places a flag at the step of its change", () => {
  const change = { step: 50, field: "objective.beta", value: 4 } as const;
  expect(flags([change], 100, (c) => `β ${String(c.value)}`)).toMatchObject([
    { x: 0.5, label: "β 4" },
  ]);
});

it("finds the recorded step nearest a place on the axis", () => {
  expect([0, 140, 160, 1000].map((images) => nearestIndex(view, images))).toEqual([0, 0, 1, 3]);
  expect(nearestIndex({ ...view, length: 0 }, 10)).toBe(-1);
});

describe("klBars", () => {
  const axes = { kind: "dimensions", dims: [0, 2] } as const;

  it("marks active dimensions and the axes, and orders by KL", () => {
    const frame = { klPerDimension: [0.5, 3, 1], meanVariance: [0.5, 0.001, 0.9] };
    const bars = klBars(frame, 3, axes);
    expect(bars.map((bar) => bar.active)).toEqual([true, false, true]);
    expect(bars.map((bar) => bar.selected)).toEqual([true, false, true]);
    expect(orderByKl(bars)).toEqual([1, 2, 0]);
  });

  it("has a baseline before the first frame", () => {
    expect(klBars(null, 2, axes).map((bar) => bar.kl)).toEqual([0, 0]);
  });
});
