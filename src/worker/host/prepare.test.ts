import { expect, it } from "vitest";
import { createPreparer } from "#/worker/host/prepare.ts";

const grey = (count: number) => new Float32Array(count * 16).fill(0.5);

function batchAt(step: number, seed = 1): Float32Array {
  const images = grey(4);
  createPreparer("binarise", seed, 4).batch(images, step, 4);
  return images;
}

it("binarises every batch afresh, and the same step alike", () => {
  expect(batchAt(7)).toEqual(batchAt(7));
  expect(batchAt(7)).not.toEqual(batchAt(8));
  expect(batchAt(7)).not.toEqual(batchAt(7, 2));
});

it("binarises held-out images alike in every run, whichever are asked for together", () => {
  const of = (indices: number[], seed: number) =>
    createPreparer("binarise", seed, 4).held(
      "test",
      Uint32Array.from(indices),
      grey(indices.length),
    );
  const all = of([0, 1, 2], 1);
  expect(all.targets).toBe(all.images);
  expect(of([2], 9).images).toEqual(all.images.subarray(32));
});

it("scores standardised images as they were", () => {
  const { images, targets } = createPreparer("standardise", 1, 4).given(grey(1));
  expect(targets).toEqual(grey(1));
  expect(images[0]).toBeCloseTo((0.5 - 0.1307) / 0.3081, 5);
});
