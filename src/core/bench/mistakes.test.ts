/** Verdicts on evidence made by hand, on both sides of what they go by. */
import { describe, expect, it } from "vitest";
import { type MistakeId, mistakeIds } from "#/core/bench/mistake.ts";
import { mistakes } from "#/core/bench/mistakes.ts";
import { type Made, course, madeEvidence } from "#/core/bench/testing/madeEvidence.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";

const collapsed: Made = {
  evaluation: { reconstruction: 201, kl: 0.02, activeUnits: 0, diversity: 0.015 },
};
const written = (total: number) => ({ total, reconstruction: 104, kl: total - 104 });

/** Lane A as the fault has it, and just short of it; lane B is sound unless it says otherwise. */
const cases: Readonly<
  Record<MistakeId, { readonly faulty: readonly Made[]; readonly short: readonly Made[]; b?: Made }>
> = {
  "mean-reconstruction": {
    faulty: [collapsed],
    short: [
      { evaluation: { kl: 0.11, activeUnits: 0, diversity: 0.015 } },
      { evaluation: { kl: 0.02, activeUnits: 1, diversity: 0.015 } },
      { evaluation: { kl: 0.02, activeUnits: 0, diversity: 0.056 } },
    ],
  },
  "mean-both": { faulty: [collapsed], short: [{}] },
  "tiny-kl": {
    faulty: [{ evaluation: { reconstruction: 92, kl: 220, reach: 3.7 } }],
    short: [
      { evaluation: { reconstruction: 92, kl: 220, reach: 1.7 } },
      { evaluation: { reconstruction: 100, kl: 40, reach: 3.7 } },
    ],
  },
  "no-sigmoid-at-display": {
    faulty: [{ brightness: { displayed: 0.5, original: 0.12 } }],
    short: [
      { brightness: { displayed: 0.26, original: 0.12 } },
      // Grey for another reason: not the same model.
      { brightness: { displayed: 0.5, original: 0.12 }, evaluation: { reconstruction: 120 } },
    ],
  },
  "sigmoid-twice": {
    faulty: [{ displayed: [0.5, 0.57] }],
    short: [{ displayed: [0.4, 0.57] }, { displayed: [0.5, 0.8] }],
  },
  "noise-image": {
    faulty: [{ noiseDiversity: 0.08 }],
    short: [{ noiseDiversity: 0.095 }, { noiseDiversity: null }],
  },
  "sigma-exp": {
    faulty: [{ evaluation: { reconstruction: 104, kl: 28, trainingLoss: written(119) } }],
    short: [
      { evaluation: { reconstruction: 104, kl: 28, trainingLoss: written(127) } },
      { evaluation: { reconstruction: 104, kl: 16, trainingLoss: written(119) } },
    ],
  },
  standardised: {
    faulty: [{ curve: { lossTotal: course(549, -5000) } }],
    short: [{ curve: { lossTotal: course(549, 1) } }],
  },
  "wrong-sign": {
    faulty: [
      { curve: { lossTotal: course(549, -5000), kl: course(0, 6000) } },
      { brokeAt: 60, evaluation: null },
    ],
    short: [
      { curve: { lossTotal: course(549, -900), kl: course(0, 6000) } },
      { curve: { lossTotal: course(549, -5000), kl: course(0, 900) } },
    ],
  },
  "beta-too-large": {
    faulty: [{ evaluation: { reconstruction: 185, kl: 1.1 } }],
    short: [
      { evaluation: { reconstruction: 185, kl: 6.1 } },
      { evaluation: { reconstruction: 129, kl: 5 } },
    ],
  },
  "no-sampling": {
    faulty: [{ evaluation: { negativeElbo: null, reach: 4.4 } }],
    short: [{ evaluation: { negativeElbo: null, reach: 1.7 } }],
  },
  "rate-too-high": {
    faulty: [
      { evaluation: { reconstruction: 199, kl: 4, activeUnits: 0 } },
      { brokeAt: 3, evaluation: null },
    ],
    short: [{ evaluation: { reconstruction: 184, kl: 4 } }],
  },
  "rising-kl": {
    faulty: [{}],
    short: [
      { curve: { kl: course(15, 17) } },
      { curve: { total: course(135, 128) } },
      { evaluation: { reconstruction: 170 } },
    ],
    b: { evaluation: { reconstruction: 186, kl: 1.1 }, curve: { kl: course(2, 1) } },
  },
};

describe.each(mistakeIds)("%s", (id) => {
  const { faulty, short, b } = cases[id];
  const verdictOn = (a: Made) =>
    mistakes[id].verdict({ faulty: madeEvidence(a), repaired: madeEvidence(b) });

  it("is seen where it shows", () => {
    for (const made of faulty) expect(verdictOn(made).shown).toBe(true);
  });

  it("is not claimed where the run falls short of it", () => {
    for (const made of short) expect(verdictOn(made).shown, JSON.stringify(made)).toBe(false);
  });

  it("is not claimed where the sound lane broke", () => {
    const broken = madeEvidence({
      brokeAt: 3,
      evaluation: null,
      noiseDiversity: null,
      displayed: null,
      brightness: null,
      raw: null,
    });
    const [made] = faulty;
    const verdict = mistakes[id].verdict({ faulty: madeEvidence(made), repaired: broken });
    expect(verdict.shown).toBe(false);
  });

  it("gives numbers as they are to be written", () => {
    for (const value of Object.values(verdictOn(faulty[0] ?? {}).numbers)) {
      expect(Number.isNaN(value) || value === Number(value.toFixed(3))).toBe(true);
    }
  });

  it("is made of two experiments that can be built, and names a right answer", () => {
    const { faulty: a, repaired, steps, evaluated, options } = mistakes[id];
    for (const { preset, patch } of [a, repaired]) {
      const config = applyPatch(presetConfig(preset), patch);
      expect(config).toMatchObject({ ok: true });
      // A lane that said nothing of its pixels would get those of lane A.
      expect(patch.data?.pixels).toBeDefined();
      if (config.ok) expect(config.value.training.epochs * 46).toBe(steps);
    }
    expect(evaluated).toBeLessThanOrEqual(1000);
    expect(options.right).toBeLessThanOrEqual(options.count);
    expect(mistakes[id].id).toBe(id);
  });
});

it("sees a fault in no pair of sound lanes, but that noise images are no samples", () => {
  const evidence = { faulty: madeEvidence(), repaired: madeEvidence() };
  const shown = mistakeIds.filter((id) => mistakes[id].verdict(evidence).shown);
  expect(shown).toEqual(["noise-image"]);
});

it("says what a broken lane leaves unmeasured with NaN", () => {
  const faulty = madeEvidence({ brokeAt: 2, evaluation: null });
  const { numbers } = mistakes["rate-too-high"].verdict({ faulty, repaired: madeEvidence() });
  expect(numbers).toMatchObject({ reconstruction: Number.NaN, elboRepaired: 128 });
});
