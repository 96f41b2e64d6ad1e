import { describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import { referenceLoss, type ReferenceModel } from "#/core/objective/reference.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";

const spec = {
  encoder: [],
  decoder: [],
  latent: 2,
  condition: "none",
  weightInit: "he",
} as const;

/** Four pixels, two dimensions, no hidden layers. */
function model(objective: Partial<ObjectiveSpec> = {}): ReferenceModel {
  const learntSigma = objective.noise === "learnt";
  const vae = resolveVae(spec, [2, 2, 1], { learntSigma });
  if (!vae.ok) throw new Error(vae.error.message);
  return { vae: vae.value, objective: { ...firstConfig.objective, ...objective } };
}

const batch = {
  count: 2,
  images: [0, 1, 0.5, 0.25, 1, 1, 0, 0],
  epsilon: [1, -1, 0.5, 2],
  labels: null,
  dropout: null,
};

function loss(
  objective: Partial<ObjectiveSpec>,
  biases: Readonly<Record<string, readonly number[]>> = {},
  settings = { beta: 3, freeBits: 0 },
) {
  const it = model(objective);
  const weights: Record<string, ArrayLike<number>> = {};
  for (const { name, size } of it.vae.parameters) weights[name] = new Float64Array(size);
  return referenceLoss(it, { ...weights, ...biases }, batch, settings);
}

/** μ = (2, 0), λ = (0, ln 4): KL = 2 and ½(3 − ln 4). */
const posterior = { "mean/bias": [2, 0], "logVariance/bias": [0, Math.log(4)] };
const [kl0, kl1] = [2, 0.5 * (3 - Math.log(4))];

describe("the whole objective", () => {
  it("scores a model of zero weights at D · ln 2 and no KL", () => {
    const terms = { total: 4 * Math.LN2, reconstruction: 4 * Math.LN2, kl: 0 };
    expect(loss({})).toMatchObject({ loss: terms, perImage: terms });
  });

  it("has the KL term of the prior's distance, weighed by β", () => {
    const { loss: terms, klPerDimension } = loss({}, posterior);
    expect([...klPerDimension]).toEqual([kl0, kl1]);
    expect(terms.kl).toBeCloseTo(kl0 + kl1, 12);
    expect(terms.total).toBeCloseTo(terms.reconstruction + 3 * (kl0 + kl1), 12);
  });

  it("writes S2's loss in its own units, and the image's in nats", () => {
    const { loss: written, perImage } = loss(
      { reconstructionReduction: "mean", klReduction: "mean", klHalf: false, sigma: "exp(λ)" },
      posterior,
    );
    expect(written.reconstruction).toBeCloseTo(Math.LN2, 12);
    expect(written.kl).toBeCloseTo(kl0 + kl1, 12);
    expect(perImage.reconstruction).toBeCloseTo(4 * Math.LN2, 12);
    expect(perImage.kl).toBeCloseTo(kl0 + kl1, 12);
    // β · (2/2) / (1/4) = 12
    expect(perImage.total).toBeCloseTo(4 * Math.LN2 + 12 * (kl0 + kl1), 12);
  });

  it("sums over the batch where it is written so", () => {
    const reductions = { reconstructionReduction: "batchSum", klReduction: "batchSum" } as const;
    const { loss: written, perImage } = loss(reductions, posterior);
    expect(written.reconstruction).toBeCloseTo(8 * Math.LN2, 12);
    expect(written.kl).toBeCloseTo(2 * (kl0 + kl1), 12);
    expect(perImage.total).toBeCloseTo(4 * Math.LN2 + 3 * (kl0 + kl1), 12);
  });

  it("charges no dimension less than what is free, and reports all of it", () => {
    const { loss: written, perImage } = loss({}, posterior, { beta: 3, freeBits: 1.5 });
    expect(written.kl).toBeCloseTo(2 + 1.5, 12);
    expect(perImage.kl).toBeCloseTo(kl0 + kl1, 12);
  });

  it("has no KL term without sampling", () => {
    const { loss: written, perImage } = loss({ sampling: false }, posterior);
    expect(written).toEqual({ total: 4 * Math.LN2, reconstruction: 4 * Math.LN2, kl: 0 });
    expect(perImage.kl).toBe(0);
  });

  it("scores squared errors, and their pixels as Bernoulli's beside", () => {
    const gaussian = { likelihood: "gaussian", sigmoid: "output" } as const;
    // Against ½: ¼ + ¼ + 0 + 1/16, and 4 · ¼.
    const squares = (0.5625 + 1) / 2;
    expect(loss(gaussian).loss.reconstruction).toBeCloseTo(squares, 12);
    expect(loss(gaussian).perImage.reconstruction).toBeCloseTo(4 * Math.LN2, 12);
    const constant = 4 * (Math.log(0.5) + Math.log(2 * Math.PI) / 2);
    const fixed = loss({ ...gaussian, noise: "fixed", noiseSigma: 0.5 });
    expect(fixed.loss.reconstruction).toBeCloseTo(squares / (2 * 0.25) + constant, 12);
    const learnt = loss(
      { ...gaussian, noise: "learnt", noiseSigma: 9 },
      { "output/logSigma": [Math.log(0.5)] },
    );
    expect(learnt.loss.reconstruction).toBeCloseTo(fixed.loss.reconstruction, 12);
  });

  it("scores a linear mean outside [0, 1] as a bounded probability", () => {
    const linear = { likelihood: "gaussian", sigmoid: "stable" } as const;
    const { perImage } = loss(linear, { "output/bias": [-1, 2, 0.5, 0.25] });
    const outside = -Math.log(1 - 1e-7);
    const entropy = 0.25 * Math.log(4) + 0.75 * Math.log(4 / 3);
    const first = 2 * outside + Math.LN2 + entropy;
    const second = -Math.log(1e-7) + outside + Math.LN2 + Math.log(4 / 3);
    expect(perImage.reconstruction).toBeCloseTo((first + second) / 2, 6);
  });
});
