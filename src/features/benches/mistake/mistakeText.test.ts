import { expect, it } from "vitest";
import { verdictText } from "#/features/benches/mistake/mistakeText.ts";
import type { Translate } from "#/i18n/keys.ts";
import { formatNumber } from "#/i18n/useNumberFormat.ts";

const t: Translate = (key, values) => `${key} ${JSON.stringify(values)}`;
const format = (value: number, decimals?: number) => formatNumber("en", value, decimals);

it("fills the sentence of what was shown with the numbers of the run, each to its digits", () => {
  const numbers = { kl: 0, klRepaired: 24.3, active: 0, latent: 20, diversity: 0.013, reach: 0.9 };
  const said = verdictText(t, format, "mean-both", { shown: true, numbers });
  expect(said).toContain("benches.verdict.mean-both.shown");
  expect(JSON.parse(said.slice(said.indexOf("{")))).toEqual({
    kl: "0.000",
    klRepaired: "24.3",
    active: "0",
    latent: "20",
    diversity: "0.013",
    reach: "0.9",
  });
});

it("says so where it was not shown, and a dash for what could not be measured", () => {
  const said = verdictText(t, format, "wrong-sign", { shown: false, numbers: { step: NaN } });
  expect(said).toBe('benches.verdict.wrong-sign.notShown {"step":"–"}');
});
