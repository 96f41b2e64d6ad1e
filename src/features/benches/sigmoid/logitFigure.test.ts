import { expect, it } from "vitest";
import { logitFigure } from "#/features/benches/sigmoid/logitFigure.ts";
import { formatNumber } from "#/i18n/useNumberFormat.ts";

const figure = (value: number) =>
  logitFigure((number, decimals) => formatNumber("en", number, decimals), value);

it("sets what is too small for its digits as a power of ten", () => {
  expect(figure(1.5e-8)).toBe("1.5·10⁻⁸");
  expect(figure(-2.04e-12)).toBe("−2.0·10⁻¹²");
});

it("tells other numbers to four digits after the point, and 0 without a sign", () => {
  expect(figure(0.25)).toBe("0.2500");
  expect(figure(-0)).toBe("0.0000");
});
