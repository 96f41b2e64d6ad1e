import { expect, it } from "vitest";
import { adviceFor, type AdviceId } from "#/core/experiment/advice.ts";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";

const digits = { shape: [28, 28, 1], train: 60_000, classes: ["0"] } as const;

function ids(patch: ExperimentPatch): readonly AdviceId[] {
  const config = applyPatch(presetConfig("mnist-dense-2"), patch);
  if (!config.ok) throw new Error(config.error.message);
  return adviceFor(config.value, digits).map(({ id }) => id);
}

it("has only a note for the first experiment", () => {
  expect(ids({})).toEqual(["greyLikelihood"]);
});

it("is content with a mean that β makes up for", () => {
  const made = { objective: { reconstructionReduction: "mean", beta: 1 / 784 } } as const;
  expect(ids(made)).not.toContain("meanAgainstSum");
});

it.each<[ExperimentPatch, AdviceId]>([
  [{ objective: { likelihood: "gaussian", guard: "additive" } }, "gaussianGuard"],
  [{ objective: { likelihood: "gaussian" } }, "gaussianUnsquashed"],
  [{ objective: { guard: "clip" } }, "stableGuard"],
  [{ objective: { sigmoid: "output" } }, "unguardedLog"],
  [{ objective: { sigmoid: "loss", guard: "additive", guardEpsilon: 1e-10 } }, "vanishingGuard"],
  [{ objective: { sigmoid: "twice" } }, "sigmoidTwice"],
  [{ data: { pixels: "standardise" } }, "standardisedBernoulli"],
  [{ objective: { display: "autoscaled" } }, "displayMisleads"],
  [{ objective: { reconstructionReduction: "mean" } }, "meanAgainstSum"],
  [{ objective: { klReduction: "batchSum" } }, "batchSumOnce"],
  [{ objective: { sigma: "exp(λ)" } }, "sigmaReadTwice"],
  [{ training: { patience: 3 } }, "patienceUnused"],
  [{ training: { restoreBest: true } }, "restoreUnused"],
  [
    {
      model: {
        encoder: [
          {
            kind: "dense",
            units: 8,
            activation: "relu",
            batchNorm: { momentum: 0.9, epsilon: 1e-3 },
          },
        ],
      },
      training: { lastBatch: "keep", batch: 100 },
      data: { trainLimit: 1001 },
    },
    "lastBatchOfOne",
  ],
])("warns of %j", (patch, id) => {
  expect(ids(patch)).toContain(id);
});
