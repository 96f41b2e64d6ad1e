import { describe, expect, it } from "vitest";
import type { Facts, TestFacts } from "#/core/diagnosis/facts.ts";
import type { FindingId } from "#/core/diagnosis/findings.ts";
import { findingsOf } from "#/core/diagnosis/rules.ts";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";

const soundTest: TestFacts = {
  reconstruction: 81,
  kl: 24.3,
  active: 20,
  spread: 1.05,
  pixels: [0, 1],
  figure: null,
};

const means = { reconstruction: 81, kl: 24, total: 105, lossTotal: 105 };

/** A sound run of the dense model with 20 dimensions, half way through, but for what is given. */
function facts(
  change: Partial<Omit<Facts, "config" | "test">> & { readonly test?: Partial<TestFacts> } = {},
  patch: ExperimentPatch = {},
): Facts {
  const config = applyPatch(presetConfig("mnist-dense-20"), patch);
  if (!config.ok) throw new Error(config.error.message);
  const { test, ...rest } = change;
  return {
    config: config.value,
    step: 2000,
    epoch: 4,
    effectiveBeta: 1,
    fullBeta: true,
    landmarks: { untrained: 543, meanImage: 206, floor: 46 },
    recent: means,
    before: { ...means, total: 105.1, kl: 23.9 },
    lowest: 105,
    sinceBest: null,
    ...rest,
    test: { ...soundTest, ...test },
  };
}

const ids = (given: Facts): FindingId[] => findingsOf(given).map(({ id }) => id);
const first = (given: Facts) => findingsOf(given)[0];

describe("findingsOf", () => {
  it("is silent about a sound run, and before there is a picture", () => {
    expect(ids(facts())).toEqual([]);
    expect(findingsOf({ ...facts({ effectiveBeta: 39 }), test: null })).toEqual([]);
  });

  it("names a collapse under a heavy KL term before the decoder has found the mean image", () => {
    const test = { kl: 0.001, active: 0, spread: Number.NaN };
    const slow = { effectiveBeta: 3072, recent: { ...means, reconstruction: 260 }, test };
    expect(ids(facts({ ...slow, step: 400 }))).toContain("collapsed");
    expect(ids(facts({ ...slow, step: 200 }))).not.toContain("collapsed");
    expect(ids(facts({ ...slow, effectiveBeta: 1, step: 400 }))).not.toContain("collapsed");
  });

  it("names a collapse by the mean image, and the reduction behind it", () => {
    const collapsed = { kl: 0.001, active: 0, spread: Number.NaN };
    const recent = { ...means, reconstruction: 206.4 };
    const byMean = facts(
      { effectiveBeta: 784, recent, test: collapsed },
      { objective: { reconstructionReduction: "mean", klReduction: "sum" } },
    );
    expect(first(byMean)).toEqual({
      id: "collapsedToMean",
      severity: "wrong",
      values: { reconstruction: 206.4, landmark: 206, latent: 20, beta: 784 },
      cause: "weight",
      cure: "sumPixels",
      field: "objective.reconstructionReduction",
    });
    expect(first(facts({ recent, test: collapsed }))?.cure).toBe("anneal");
    expect(first(facts({ effectiveBeta: 50, recent, test: collapsed }))?.field).toBe(
      "objective.beta",
    );
  });

  it("waits while units are silent because little is learnt yet", () => {
    const silent = { kl: 0.1, active: 0, spread: Number.NaN };
    const recent = { ...means, reconstruction: 206 };
    expect(ids(facts({ step: 60, recent, test: silent }))).toEqual([]);
    const falling = { ...means, reconstruction: 240 };
    expect(ids(facts({ step: 150, recent: falling, test: silent }))).toEqual([]);
    const unknown = { untrained: 543, meanImage: null, floor: 0 };
    expect(ids(facts({ step: 250, landmarks: unknown, test: silent }))).toEqual([]);
    expect(ids(facts({ step: 350, landmarks: unknown, test: silent }))).toEqual(["collapsed"]);
  });

  it("says when a part of the dimensions is silent", () => {
    expect(first(facts({ test: { active: 11 } }))).toMatchObject({
      id: "partlyCollapsed",
      values: { active: 11, silent: 9, latent: 20 },
    });
    expect(ids(facts({ test: { active: 17 } }))).toEqual([]);
  });

  it("compares the spread of the codes with the prior, both ways", () => {
    expect(ids(facts({ test: { spread: 3.9 } }))).toEqual(["spreadWide"]);
    expect(ids(facts({ test: { spread: 0.3 } }))).toEqual(["spreadNarrow"]);
    expect(ids(facts({ step: 100, test: { spread: 3.9 } }))).toEqual([]);
    expect(ids(facts({ fullBeta: false, test: { spread: 3.9 } }))).toEqual([]);
    const autoencoder = facts({ test: { spread: 5 } }, { objective: { sampling: false } });
    expect(ids(autoencoder)).toEqual(["codesUnbound"]);
  });

  it("sees the sigmoid where it does not belong", () => {
    const range = [0.5, 0.73] as const;
    const twice = facts({ test: { pixels: range } }, { objective: { sigmoid: "twice" } });
    expect(first(twice)).toMatchObject({ id: "sigmoidTwice", values: { low: 0.5, high: 0.73 } });
    const shown = facts({ test: { pixels: range } }, { objective: { display: "sigmoidTwice" } });
    expect(first(shown)?.field).toBe("objective.display");
    const figure = { low: -11, high: 3 };
    const logits = { objective: { sigmoid: "loss", display: "autoscaled" } } as const;
    expect(first(facts({ test: { figure } }, logits))).toMatchObject({
      id: "displayAutoscaled",
      values: figure,
    });
    const cut = { objective: { sigmoid: "stable", display: "clamped" } } as const;
    expect(ids(facts({}, cut))).toEqual(["displayClamped"]);
  });

  it("says what the bound is where the loss is none", () => {
    const given = facts(
      { recent: { ...means, kl: 16.7 }, test: { kl: 34 } },
      { objective: { sigma: "exp(λ)" } },
    );
    expect(first(given)).toMatchObject({
      id: "sigmaNotBound",
      values: { charged: 16.7, kl: 34, elbo: 115 },
    });
    expect(first(facts({ effectiveBeta: 4 }))).toMatchObject({
      id: "weightedLoss",
      values: { beta: 4, elbo: 105.3 },
    });
  });

  it("weighs the two terms against each other", () => {
    expect(ids(facts({ effectiveBeta: 1e-3 }))).toEqual([
      "reconstructionDominates",
      "weightedLoss",
    ]);
    expect(ids(facts({ effectiveBeta: 0, fullBeta: false }))).toEqual([]);
    expect(ids(facts({ effectiveBeta: 39 }))).toEqual(["klDominates", "weightedLoss"]);
  });

  it("sees pixels that no Bernoulli likelihood can score", () => {
    const given = facts(
      { recent: { ...means, reconstruction: -900 } },
      { data: { pixels: "standardise" } },
    );
    expect(first(given)).toMatchObject({ id: "standardised", values: { loss: -900 } });
    const gaussian = { data: { pixels: "standardise" }, objective: { likelihood: "gaussian" } };
    expect(ids(facts({}, gaussian as ExperimentPatch))).toEqual([]);
  });

  it("tells a loss that runs away from one that learns", () => {
    const away = { ...means, total: 900 };
    expect(first(facts({ recent: away, before: { ...means, total: 500 } }))?.id).toBe("diverging");
    expect(ids(facts({ recent: away, before: { ...means, total: 2000 } }))).toEqual([]);
  });

  it("sees the test loss rise while the training loss falls", () => {
    const sinceBest = { testRise: 2.5, trainFall: 3, bestStep: 900 };
    expect(ids(facts({ sinceBest }))).toEqual(["overfitting"]);
    expect(ids(facts({ sinceBest: { ...sinceBest, trainFall: -1 } }))).toEqual([]);
    expect(ids(facts({ sinceBest: { ...sinceBest, testRise: 0.4 } }))).toEqual([]);
  });

  it("praises what is as it should be", () => {
    expect(first(facts({ recent: { ...means, reconstruction: 46.5 } }))).toMatchObject({
      id: "atFloor",
      severity: "good",
      field: null,
    });
    const rising = facts({ before: { ...means, kl: 20, total: 120 } });
    expect(first(rising)).toMatchObject({ id: "klRising", values: { from: 20, kl: 24 } });
  });
});
