import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createDataOrder,
  type DataCursor,
  type DataOrder,
  type DataOrderOptions,
  type ImageState,
} from "#/core/data/order.ts";

const base: DataOrderOptions = {
  seed: 7,
  chunkCounts: [40, 30, 30],
  trainLimit: null,
  batch: 16,
  lastBatch: "keep",
};

const start: DataCursor = { epoch: 0, position: 0 };
const everything = (_index: number): ImageState => "loaded";

/** The batches of the next `steps` steps. */
function take(order: DataOrder, from: DataCursor, steps: number, stateOf = everything): number[][] {
  const batches: number[][] = [];
  let cursor = from;
  for (let step = 0; step < steps; step++) {
    const plan = order.plan(cursor, stateOf);
    if (plan.kind !== "batch") throw new Error(`step ${step} has no batch: ${plan.kind}`);
    batches.push(Array.from(plan.indices));
    cursor = plan.next;
  }
  return batches;
}

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);

describe("the first epoch", () => {
  it("visits chunks in manifest order, shuffled within each", () => {
    const order = createDataOrder(base);
    const images = take(order, start, order.stepsPerEpoch).flat();
    const parts = [images.slice(0, 40), images.slice(40, 70), images.slice(70)];
    expect(parts.map(ascending)).toEqual([range(0, 40), range(40, 70), range(70, 100)]);
    expect(images).not.toEqual(range(0, 100));
  });

  it("waits for an image that is late and then gives the same batch", () => {
    const order = createDataOrder(base);
    const cursor = order.cursorAt(2);
    const late = order.plan(cursor, (index) => (index < 40 ? "loaded" : "waiting"));
    expect(late).toMatchObject({ kind: "waiting" });
    expect(late.kind === "waiting" && late.index >= 40 && late.index < 70).toBe(true);
    expect(take(order, cursor, 1)[0]).toHaveLength(16);
  });
});

describe("later epochs", () => {
  it("shuffle the whole set, each differently", () => {
    const order = createDataOrder(base);
    const [second, third] = [1, 2].map((epoch) =>
      take(order, { epoch, position: 0 }, order.stepsPerEpoch).flat(),
    );
    expect(ascending(second ?? [])).toEqual(range(0, 100));
    expect(second?.slice(0, 40).some((index) => index >= 40)).toBe(true);
    expect(second).not.toEqual(third);
  });
});

it("gives the same batches from a cursor as from the start (any options)", () => {
  const options = fc.record({
    seed: fc.nat(),
    chunkCounts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
    trainLimit: fc.option(fc.integer({ min: 8, max: 60 })),
    batch: fc.integer({ min: 1, max: 8 }),
    lastBatch: fc.constantFrom("keep", "drop"),
  });
  fc.assert(
    fc.property(options, fc.nat(12), (chosen, step) => {
      const order = createDataOrder(chosen);
      fc.pre(order.stepsPerEpoch > 0);
      const whole = take(order, start, step + 2);
      expect(take(createDataOrder(chosen), order.cursorAt(step), 2)).toEqual(whole.slice(step));
    }),
  );
});

it("differs by seed", () => {
  const [a, b] = [7, 8].map((seed) => take(createDataOrder({ ...base, seed }), start, 1));
  expect(a).not.toEqual(b);
});

it("keeps or drops the last batch", () => {
  const sizes = (lastBatch: "keep" | "drop") => {
    const order = createDataOrder({ ...base, lastBatch });
    return take(order, start, order.stepsPerEpoch + 1).map((indices) => indices.length);
  };
  expect(sizes("keep")).toEqual([16, 16, 16, 16, 16, 16, 4, 16]);
  expect(sizes("drop")).toEqual([16, 16, 16, 16, 16, 16, 16]);
});

it("stays within the limit", () => {
  const order = createDataOrder({ ...base, trainLimit: 50 });
  expect(order.images).toBe(50);
  expect(ascending(take(order, start, 4).flat())).toEqual(range(0, 50));
});

it("passes over images that failed, in full batches", () => {
  const order = createDataOrder(base);
  const failed = (index: number): ImageState => (index >= 40 && index < 70 ? "failed" : "loaded");
  const batches = take(order, start, 5, failed);
  expect(batches.map((indices) => indices.length)).toEqual([16, 16, 16, 16, 6]);
  expect(ascending(batches.flat())).toEqual([...range(0, 40), ...range(70, 100)]);
});

it("says so when nothing is left", () => {
  expect(createDataOrder(base).plan(start, () => "failed")).toEqual({ kind: "none" });
});

it("looks ahead across the end of an epoch", () => {
  const order = createDataOrder(base);
  const following = take(order, { epoch: 1, position: 0 }, 1)[0] ?? [];
  expect(order.peek({ epoch: 0, position: 96 }, 5)).toBe(following[1]);
});
