import { describe, expect, it } from "vitest";
import { createCheckpointShelf } from "#/state/checkpoints.ts";
import { FakeRun } from "#/worker/testing/fakeRun.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { restWindow } from "#/core/latent/plane.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

const run = new FakeRun(
  {
    ...{ runId: 1, config: presetConfig("mnist-dense-2"), live: [], checkpoint: null },
    engine: "auto",
    preview: {
      ...{ window: restWindow, n: 3, at: [0, 0], samplesSeed: null, label: 0 },
      axes: { kind: "dimensions", dims: [0, 1] },
    },
  },
  { shape: [8, 8, 1], classes: [], train: 100, test: 10 },
);

/** `floats` numbers of weights. */
function checkpoint(step: number, floats = 1): Checkpoint {
  const values = new Float32Array(floats);
  return { ...run.checkpoint(), step, weights: { w: { shape: [floats], values } } };
}

describe("the shelf of checkpoints", () => {
  it("gives the nearest, or the beginning", () => {
    const shelf = createCheckpointShelf();
    expect(shelf.nearest(100)).toBeNull();
    for (const step of [100, 200, 300]) shelf.add(checkpoint(step));
    expect(shelf.nearest(190)?.step).toBe(200);
    expect(shelf.nearest(30)).toBeNull();
    shelf.clear();
    expect(shelf.steps()).toEqual([]);
  });

  it("spreads what it keeps over the run", () => {
    const shelf = createCheckpointShelf({ count: 5, bytes: 1e9 });
    for (let step = 10; step <= 1000; step += 10) shelf.add(checkpoint(step));
    const steps = shelf.steps();
    expect(steps).toHaveLength(5);
    expect([steps[0], steps.at(-1)]).toEqual([10, 1000]);
  });

  it("stays within its bytes, and keeps nothing that exceeds them alone", () => {
    const shelf = createCheckpointShelf({ count: 24, bytes: 1000 });
    for (const step of [1, 2, 3, 4]) shelf.add(checkpoint(step, 100));
    expect(shelf.steps()).toEqual([1, 4]);
    shelf.add(checkpoint(5, 1000));
    expect(shelf.steps()).toEqual([]);
  });

  it("forgets what did not happen after a step back", () => {
    const shelf = createCheckpointShelf();
    for (const step of [100, 200, 150]) shelf.add(checkpoint(step));
    expect(shelf.steps()).toEqual([100, 150]);
  });
});
