import { expect, it } from "vitest";
import { accepts, allowedText, readNumber } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";

it.each([
  ["4", 4],
  [" 0.003 ", 0.003],
  [".5", 0.5],
  ["1e-3", 0.001],
  ["−2", -2],
  ["12,000", 12_000],
  ["1,234,567", 1_234_567],
])("reads %j as %d", (text, value) => {
  expect(readNumber(text)).toBe(value);
});

it.each(["", "  ", "many", "4 or 5", "1,5", "NaN", "Infinity", "--1", "1e"])(
  "reads %j as no number",
  (text) => {
    expect(readNumber(text)).toBeNaN();
  },
);

it("keeps an excluded end out", () => {
  expect(accepts(fields["optimizer.learningRate"], 0)).toBe(false);
  expect(accepts(fields["optimizer.learningRate"], 1e-300)).toBe(true);
  expect(accepts(fields["objective.beta"], 0)).toBe(true);
});

it("says what is allowed without words", () => {
  expect(allowedText(fields["optimizer.learningRate"])).toBe("0 < … ≤ 10");
  expect(allowedText(fields["objective.beta"])).toBe("-1 … 10000");
  expect(allowedText(fields["model.latent"])).toBe("1, 2 … 256");
});
