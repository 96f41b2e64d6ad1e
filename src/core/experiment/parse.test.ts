import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PresetId, liveFields, presetIds } from "#/core/experiment/config.ts";
import { fieldAt, fieldPaths } from "#/core/experiment/fields.ts";
import { applyPatch, parseConfig, parsePresetId } from "#/core/experiment/parse.ts";
import { presetConfig, presets } from "#/core/experiment/presets.ts";
import { arbitraryConfig } from "#/core/experiment/testing/arbitraryConfig.ts";

const base = presetConfig("mnist-dense-2");

function nested(path: string, value: unknown): unknown {
  return path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

describe("parseConfig", () => {
  it("takes every preset as it is", () => {
    for (const id of presetIds) {
      expect(parseConfig(presets[id].config)).toEqual({ ok: true, value: presets[id].config });
    }
  });

  it("takes any config within the limits", () => {
    fc.assert(
      fc.property(arbitraryConfig, (config) => {
        expect(parseConfig(config)).toEqual({ ok: true, value: config });
      }),
    );
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(parseConfig(input).ok).toBe(false);
      }),
    );
  });

  it("survives values that cannot be written out", () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    for (const beta of [circular, { big: 1n }, 1n, Symbol("x"), () => 1, null, true]) {
      expect(applyPatch(base, { objective: { beta } }).ok).toBe(false);
    }
  });

  it("names a missing field", () => {
    const named = Object.entries(base.objective).filter(([name]) => name !== "beta");
    const result = parseConfig({ ...base, objective: Object.fromEntries(named) });
    expect(result).toMatchObject({
      ok: false,
      error: { code: "field-invalid", values: { field: "objective.beta" } },
    });
  });
});

describe("applyPatch", () => {
  it("replaces one field and leaves the rest", () => {
    expect(applyPatch(base, { objective: { beta: 0 } })).toEqual({
      ok: true,
      value: { ...base, objective: { ...base.objective, beta: 0 } },
    });
  });

  it("changes nothing for undefined and for an empty patch", () => {
    expect(applyPatch(base, undefined)).toEqual({ ok: true, value: base });
    expect(applyPatch(base, { model: { latent: undefined } })).toEqual({ ok: true, value: base });
  });

  it.each([
    [{ betta: 4 }, "betta"],
    [{ objective: { beta: 1, gamma: 2 } }, "objective.gamma"],
    [
      { model: { encoder: [{ kind: "dense", units: 4, activation: "relu", bias: 1 }] } },
      "model.encoder.0.bias",
    ],
  ])("rejects the unknown key in %j", (patch, field) => {
    expect(applyPatch(base, patch)).toMatchObject({
      ok: false,
      error: { code: "unknown-field", values: { field } },
    });
  });

  const numbers = fieldPaths.filter((path) => {
    const { kind } = fieldAt(path);
    return kind === "number" || kind === "integer" || kind === "limit";
  });
  const zeroIsAllowed = [
    "objective.beta",
    "objective.freeBits",
    "optimizer.scheduleFactor",
    "optimizer.decay",
    "optimizer.momentum",
    "optimizer.clip",
    "training.patience",
    "training.seed",
  ];
  const billionIsAllowed = ["training.seed"];
  const bad: readonly [name: string, value: unknown, allowedFor: readonly string[]][] = [
    ["0", 0, zeroIsAllowed],
    ["−1", -1, ["objective.beta"]],
    ["−2", -2, []],
    ["1e9", 1e9, billionIsAllowed],
    ["NaN", Number.NaN, []],
    ["∞", Number.POSITIVE_INFINITY, []],
    ["empty text", "", []],
    ["text", "many", []],
    ["a numeral as text", "4", []],
    ["a list", [4], []],
  ];
  for (const path of numbers) {
    it.each(bad)(`${path} meets %s`, (_, value, allowedFor) => {
      const result = applyPatch(base, nested(path, value));
      if (allowedFor.includes(path)) {
        expect(result.ok).toBe(true);
        return;
      }
      expect(result).toMatchObject({
        ok: false,
        error: { code: "field-invalid", values: { field: path } },
      });
      if (!result.ok) expect(result.error.values?.["range"]).toMatch(/\d/);
    });
  }

  it.each([
    ["model.latent", 256, 257],
    ["training.batch", 10_000, 10_001],
    ["training.epochs", 10_000, 10_001],
    ["optimizer.learningRate", 10, 10.01],
    ["objective.beta", 1e4, 10_001],
    ["training.seed", 2 ** 53 - 1, 2 ** 53],
  ])("%s ends at %d", (path, last, beyond) => {
    expect(applyPatch(base, nested(path, last)).ok).toBe(true);
    expect(applyPatch(base, nested(path, beyond)).ok).toBe(false);
  });

  it.each(["model.latent", "training.batch", "training.epochs", "training.seed"])(
    "%s is whole",
    (path) => {
      expect(applyPatch(base, nested(path, 2.5)).ok).toBe(false);
    },
  );

  it.each([
    [{ kind: "dense", units: 0, activation: "relu" }, "model.encoder.0.units"],
    [{ kind: "dense", units: 8193, activation: "relu" }, "model.encoder.0.units"],
    [{ kind: "dense", units: 4, activation: "sine" }, "model.encoder.0.activation"],
    [
      { kind: "conv", filters: 1025, kernel: 3, stride: 1, activation: "relu" },
      "model.encoder.0.filters",
    ],
    [
      { kind: "conv", filters: 8, kernel: 12, stride: 1, activation: "relu" },
      "model.encoder.0.kernel",
    ],
    [
      { kind: "conv", filters: 8, kernel: 3, stride: 5, activation: "relu" },
      "model.encoder.0.stride",
    ],
    [{ kind: "pool" }, "model.encoder.0.kind"],
  ])("refuses the block %j", (block, field) => {
    expect(applyPatch(base, { model: { encoder: [block] } })).toMatchObject({
      ok: false,
      error: { code: "field-invalid", values: { field } },
    });
  });

  it.each([
    [{ dropout: 1 }, "model.encoder.0.dropout"],
    [{ batchNorm: { momentum: 1, epsilon: 1e-3 } }, "model.encoder.0.batchNorm.momentum"],
    [{ batchNorm: { momentum: 0.9, epsilon: 0 } }, "model.encoder.0.batchNorm.epsilon"],
  ])("refuses the extra %j", (extra, field) => {
    const block = { kind: "dense", units: 4, activation: "relu", ...extra };
    expect(applyPatch(base, { model: { encoder: [block] } })).toMatchObject({
      ok: false,
      error: { code: "field-invalid", values: { field } },
    });
  });

  it("writes blocks in one spelling: what is absent by default is left out", () => {
    const conv = { kind: "conv", filters: 4, kernel: 3, stride: 1, activation: "relu" };
    const patched = applyPatch(base, {
      model: { encoder: [{ ...conv, padding: "same", dropout: 0 }] },
    });
    expect(patched).toMatchObject({ ok: true, value: { model: { encoder: [conv] } } });
    if (patched.ok) expect(patched.value.model.encoder[0]).toEqual(conv);
  });

  it("allows 0 and 16 blocks a side, not 17", () => {
    const block = { kind: "dense", units: 4, activation: "relu" };
    const side = (count: number) =>
      applyPatch(base, { model: { encoder: new Array(count).fill(block) } });
    expect([side(0).ok, side(16).ok, side(17).ok]).toEqual([true, true, false]);
  });

  it("refuses a section that is no object", () => {
    for (const patch of [null, 4, "x", [], { model: null }, { model: 4 }]) {
      expect(applyPatch(base, patch).ok).toBe(false);
    }
  });
});

describe("fields", () => {
  it("calls exactly the live fields live", () => {
    expect(fieldPaths.filter((path) => fieldAt(path).applies === "live")).toEqual([...liveFields]);
  });

  it("reads and patches the same place", () => {
    for (const path of fieldPaths) {
      const field = fieldAt(path);
      const patched = applyPatch(presetConfig("faces-conv"), defaultPatch(path));
      expect(patched.ok && field.read(patched.value)).toEqual(field.default);
    }
  });

  it("adds up to the first preset", () => {
    for (const path of fieldPaths) expect(fieldAt(path).read(base)).toEqual(fieldAt(path).default);
  });

  it("ignores a choice that is no option", () => {
    const field = fieldAt("model.weightInit");
    expect(field.kind === "choice" && field.patch("ones")).toEqual({});
  });
});

function defaultPatch(path: (typeof fieldPaths)[number]) {
  const field = fieldAt(path);
  switch (field.kind) {
    case "blocks":
      return field.patch(field.default);
    case "limit":
      return field.patch(field.default);
    case "switch":
      return field.patch(field.default);
    case "number":
    case "integer":
      return field.patch(field.default);
    case "choice":
    case "dataSet":
      return field.patch(field.default);
  }
}

describe("parsePresetId", () => {
  it("knows the presets and nothing else", () => {
    expect(parsePresetId("faces-conv")).toEqual({
      ok: true,
      value: "faces-conv" satisfies PresetId,
    });
    for (const bad of ["", "mnist", null, 3, "toString"]) {
      expect(parsePresetId(bad)).toMatchObject({ ok: false, error: { code: "unknown-preset" } });
    }
  });
});
