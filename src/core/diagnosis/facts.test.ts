import { describe, expect, it } from "vitest";
import type { Curves } from "#/core/diagnosis/curves.ts";
import { type Picture, gatherFacts } from "#/core/diagnosis/facts.ts";
import { presetConfig } from "#/core/experiment/presets.ts";

const landmarks = { untrained: 543, meanImage: 206, floor: 46 };

/** `length` steps; total as given, KL 1, reconstruction the rest. */
function curves(
  length: number,
  total: (step: number) => number,
  change: Partial<Curves> = {},
): Curves {
  const steps = Array.from({ length }, (_, i) => i + 1);
  return {
    length,
    steps,
    imagesSeen: steps.map((step) => step * 100),
    reconstruction: steps.map((step) => total(step) - 1),
    kl: steps.map(() => 1),
    total: steps.map(total),
    lossTotal: steps.map(total),
    beta: steps.map(() => 1),
    test: [],
    validation: [],
    ...change,
  };
}

const config = presetConfig("mnist-dense-2");
const subject = { config, pixels: 784, imagesPerEpoch: 1000, landmarks };

const picture: Picture = {
  step: 10,
  test: { total: 200, reconstruction: 190, kl: 10 },
  meanVariance: [3, 0.001],
  points: {
    mean: new Float32Array(4),
    logVariance: Float32Array.from([0, -3, 0, -3]),
  },
  strip: Uint8Array.from([51, 204]),
  stripFigure: null,
};

describe("gatherFacts", () => {
  it("waits for a window of steps", () => {
    expect(
      gatherFacts(
        subject,
        curves(49, () => 1),
        null,
      ),
    ).toBeNull();
    expect(
      gatherFacts(
        subject,
        curves(50, () => 1),
        null,
      ),
    ).toMatchObject({ before: null, test: null });
  });

  it("takes means over the newest steps, and over those before", () => {
    const facts = gatherFacts(
      subject,
      curves(200, (step) => 300 - step),
      null,
    );
    expect(facts).toMatchObject({ step: 200, epoch: 20, effectiveBeta: 1, lowest: 124.5 });
    expect(facts?.recent.total).toBeCloseTo(124.5);
    expect(facts?.before?.total).toBeCloseTo(174.5);
  });

  it("compares nothing across a change of β", () => {
    const beta = Array.from({ length: 200 }, (_, i) => (i < 120 ? 1 : 4));
    const facts = gatherFacts(
      subject,
      curves(200, (step) => (step <= 120 ? 100 : 400), { beta }),
      null,
    );
    expect(facts).toMatchObject({ before: null, lowest: 400, effectiveBeta: 4 });
  });

  it("knows when annealing still holds β back", () => {
    const beta = Array.from({ length: 60 }, (_, i) => i / 1000);
    expect(
      gatherFacts(
        subject,
        curves(60, () => 100, { beta }),
        null,
      )?.fullBeta,
    ).toBe(false);
  });

  it("spreads the codes by the means and the noise of active dimensions", () => {
    const facts = gatherFacts(
      subject,
      curves(50, () => 1),
      picture,
    );
    expect(facts?.test).toMatchObject({ active: 1, spread: 2, pixels: [0.2, 0.8], kl: 10 });
    const autoencoder = { ...config, objective: { ...config.objective, sampling: false } };
    const plain = gatherFacts(
      { ...subject, config: autoencoder },
      curves(50, () => 1),
      picture,
    );
    expect(plain?.test?.spread).toBeCloseTo((Math.sqrt(3) + Math.sqrt(0.001)) / 2);
  });

  it("follows the test total by validations, or by means over previews", () => {
    const terms = (total: number) => ({ total, reconstruction: total - 1, kl: 1 });
    const validation = [100, 90, 95].map((total, i) => ({
      step: 100 * (i + 1),
      perImage: terms(total),
    }));
    const falling = (step: number) => 200 - step / 10;
    const facts = gatherFacts(subject, curves(300, falling, { validation }), null);
    expect(facts?.sinceBest).toMatchObject({ testRise: 5, bestStep: 200 });
    expect(facts?.sinceBest?.trainFall).toBeCloseTo(10);
    const test = Array.from({ length: 24 }, (_, i) => ({
      step: i * 10 + 1,
      ...terms(i < 16 ? 90 : 92),
    }));
    expect(gatherFacts(subject, curves(300, falling, { test }), null)?.sinceBest).toMatchObject({
      testRise: 2,
      bestStep: 71,
    });
    expect(
      gatherFacts(subject, curves(300, falling, { test: test.slice(0, 20) }), null)?.sinceBest,
    ).toBeNull();
  });
});
