import { expect, it } from "vitest";
import { asDrawn } from "#/core/data/asDrawn.ts";

const images = Float32Array.of(0, 0.25, 0.5, 0.75, 1);

it("leaves grey pixels as they are, and those that training draws afresh", () => {
  expect(asDrawn("grey", images)).toEqual(images);
  expect(asDrawn("binarise", images)).toEqual(images);
});

it("thresholds above one half", () => {
  expect([...asDrawn("threshold", images)]).toEqual([0, 0, 0, 1, 1]);
});

it("cuts standardised pixels to what a picture can show", () => {
  const [black, quarter, half] = asDrawn("standardise", images);
  expect(black).toBe(0);
  expect(quarter).toBeCloseTo((0.25 - 0.1307) / 0.3081, 6);
  expect(half).toBe(1);
});
