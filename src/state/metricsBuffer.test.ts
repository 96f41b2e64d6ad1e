import { expect, it } from "vitest";
import { createMetricsBuffer } from "#/state/metricsBuffer.ts";
import type { MetricsBatch } from "#/worker/protocol/run.ts";

function batch(
  from: number,
  to: number,
  tests: readonly number[] = [],
  validations: readonly number[] = [],
): MetricsBatch {
  const steps = Uint32Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const column = (scale: number) => Float32Array.from(steps, (step) => step * scale);
  const terms = { total: 3, reconstruction: 2, kl: 1 };
  return {
    steps,
    imagesSeen: Float64Array.from(steps, (step) => step * 128),
    reconstruction: column(2),
    kl: column(1),
    total: column(3),
    lossReconstruction: column(0.25),
    lossKl: column(0.125),
    lossTotal: column(0.375),
    beta: column(0),
    learningRate: column(0.5),
    test: tests.map((step) => ({ step, terms })),
    validation: validations.map((step) => ({ step, loss: terms, perImage: terms })),
  };
}

it("keeps every step of a long run, in order, and says when it changed", () => {
  const buffer = createMetricsBuffer();
  let heard = 0;
  buffer.subscribe(() => heard++);
  for (let from = 1; from <= 5000; from += 100) buffer.append(batch(from, from + 99));
  const { current } = buffer;
  expect(current.length).toBe(5000);
  expect([current.steps[0], current.steps[4999]]).toEqual([1, 5000]);
  expect(current.reconstruction[1234]).toBe(2470);
  expect(buffer.version).toBe(50);
  expect(heard).toBe(50);
});

it("places test terms by their step, step 0 too", () => {
  const buffer = createMetricsBuffer();
  buffer.append(batch(1, 10, [0, 4]));
  expect(buffer.current.test).toEqual([
    { step: 0, imagesSeen: 0, total: 3, reconstruction: 2, kl: 1 },
    { step: 4, imagesSeen: 512, total: 3, reconstruction: 2, kl: 1 },
  ]);
});

it("places validations by their step too, and forgets them with their steps", () => {
  const buffer = createMetricsBuffer();
  buffer.append(batch(1, 10, [], [5, 10]));
  expect(buffer.current.validation.map((point) => point.imagesSeen)).toEqual([640, 1280]);
  expect(buffer.snapshot(7).validation).toHaveLength(1);
  buffer.truncate(4);
  expect(buffer.current.validation).toEqual([]);
});

it("records anew what a restarted worker trains again", () => {
  const buffer = createMetricsBuffer();
  buffer.append(batch(1, 20, [10, 20]));
  buffer.append(batch(16, 18));
  expect(buffer.current.length).toBe(18);
  expect(buffer.current.test.map((point) => point.step)).toEqual([10]);
  buffer.truncate(5);
  expect(buffer.current.length).toBe(5);
});

it("makes the last run the ghost, and an empty one nothing", () => {
  const buffer = createMetricsBuffer();
  buffer.begin();
  expect(buffer.ghost).toBeNull();
  buffer.append(batch(1, 3));
  buffer.begin();
  expect(buffer.ghost?.length).toBe(3);
  buffer.append(batch(1, 1));
  buffer.begin();
  buffer.begin();
  expect(buffer.ghost?.length).toBe(1);
});

it("comes back from storage as it was", () => {
  const one = createMetricsBuffer();
  one.append(batch(1, 2000, [7], [900]));
  const two = createMetricsBuffer();
  two.restore(structuredClone(one.snapshot()));
  two.append(batch(2001, 2001));
  expect(two.current.length).toBe(2001);
  expect(two.current.test).toEqual(one.current.test);
  expect(two.current.validation).toEqual(one.current.validation);
  expect(two.current.lossTotal[1999]).toBe(750);
  expect(one.snapshot(6)).toMatchObject({ test: [] });
  expect(one.snapshot(6).steps).toHaveLength(6);
});
