import { expect, it } from "vitest";
import { factorText, figureText, natsText } from "#/features/learning/figureText.ts";
import { formatNumber } from "#/i18n/useNumberFormat.ts";

const number = (value: number, decimals?: number) => formatNumber("en", value, decimals);

it("writes a loss of any size with four digits that mean something", () => {
  const texts = [0.26412, 0.00391, 105.27, 13_482.4, 0, Number.NaN, 2.3e11].map((value) =>
    figureText(number, value),
  );
  expect(texts).toEqual(["0.2641", "0.0039", "105.3", "13,482", "0", "–", "2.3e11"]);
});

it("writes a weight without empty decimals", () => {
  expect([784, 0.392, 3072, 1].map((value) => factorText(number, value))).toEqual([
    "784",
    "0.392",
    "3,072",
    "1",
  ]);
});

it("keeps a broken loss from pushing its neighbours", () => {
  expect(natsText(number, 543.4, 1)).toBe("543.4");
  expect(natsText(number, -2.34e10, 1)).toBe("−2.3e10");
});
