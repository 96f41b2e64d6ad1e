import { expect, it } from "vitest";
import { describeDifference } from "#/core/experiment/diff.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { translate } from "#/i18n/translate.ts";
import type { Translate } from "#/i18n/keys.ts";
import { formatNumber } from "#/i18n/useNumberFormat.ts";
import { changeText } from "#/i18n/changeText.ts";
import { smallText } from "#/i18n/valueText.ts";

const t: Translate = (key, values) => translate("en", key, values);
const format = (value: number) => formatNumber("en", value);
const base = presetConfig("mnist-dense-2");
const dense = { kind: "dense", units: 400, activation: "relu" } as const;

function texts(model: Partial<typeof base.model>, training: Partial<typeof base.training> = {}) {
  const b = {
    ...base,
    model: { ...base.model, ...model },
    training: { ...base.training, ...training },
  };
  return describeDifference(base, b).map((change) => changeText(t, format, change));
}

it("says what changes from what to what", () => {
  expect(texts({ latent: 8 })).toEqual(["Latent dimensions 2 → 8"]);
  const silu = { ...dense, activation: "silu" } as const;
  expect(texts({ encoder: [silu], decoder: [silu] })).toEqual(["ReLU → SiLU"]);
  expect(texts({ encoder: [{ ...dense, units: 1000 }] })).toEqual(["Units 400 → 1,000"]);
  expect(texts({ weightInit: "he" })).toEqual(["Initial weights PyTorch uniform → He normal"]);
  expect(texts({}, { lastBatch: "keep" })).toEqual(["Last partial batch drop → keep"]);
});

it("names blocks that came and went", () => {
  const conv = { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: "relu" } as const;
  expect(texts({ encoder: [conv, dense] })).toEqual(["+ Conv 32 · 3×3 ↓2"]);
  expect(texts({ encoder: [] })).toEqual(["− Dense 400"]);
  expect(texts({ encoder: [conv] })).toEqual(["Dense 400 → Conv 32 · 3×3 ↓2"]);
});

it("calls a data set by its name where the list knows it", () => {
  const [change] = describeDifference(base, { ...base, data: { ...base.data, set: "own-1" } });
  if (change === undefined) throw new Error("no change found");
  const sets = [
    { id: "mnist", name: "MNIST" },
    { id: "own-1", name: "Shapes" },
  ];
  expect(changeText(t, format, change, sets)).toBe("Data set MNIST → Shapes");
  expect(changeText(t, format, change)).toBe("Data set mnist → own-1");
});

it("writes small numbers as powers of ten", () => {
  expect([1e-7, 1e-10, 3e-5, -2.5e-6, 1e-4, 0].map((value) => smallText(format, value))).toEqual([
    "10⁻⁷",
    "10⁻¹⁰",
    "3·10⁻⁵",
    "−2.5·10⁻⁶",
    "0.0001",
    "0",
  ]);
  const b = { ...base, objective: { ...base.objective, guardEpsilon: 1e-10 } };
  const [change] = describeDifference(base, b);
  if (change === undefined) throw new Error("no change found");
  expect(changeText(t, format, change)).toMatch(/10⁻⁷ → 10⁻¹⁰$/);
});
