import { describe, expect, it } from "vitest";
import { presets } from "#/core/experiment/presets.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";

const sizes = { pixels: 784, latent: 2, batch: 16 };

describe("the convention of a loss", () => {
  it("is nats per image for the ELBO as one should write it", () => {
    const { objective } = presets["mnist-dense-2"].config;
    expect(conventionOf(objective, sizes)).toEqual({ reconstruction: 1, kl: 1 });
    expect(effectiveBeta(conventionOf(objective, sizes), 0.5)).toBe(0.5);
  });

  it("makes S2 BCE + 0.392 · KL per image", () => {
    const { objective } = presets["mnist-conv-2d"].config;
    const convention = conventionOf(objective, sizes);
    expect(convention).toEqual({ reconstruction: 1 / 784, kl: 1 });
    expect(effectiveBeta(convention, objective.beta)).toBeCloseTo(0.392, 12);
  });

  it("sums S4 over the batch: the same weight in other units, whatever the batch", () => {
    const { objective } = presets["mnist-dense-20"].config;
    expect(conventionOf(objective, sizes)).toEqual({ reconstruction: 16, kl: 16 });
    const partial = conventionOf(objective, { ...sizes, batch: 5 });
    expect(partial).toEqual({ reconstruction: 5, kl: 5 });
    expect(effectiveBeta(partial, 1)).toBe(1);
  });

  it("makes a mean over pixels against a sum over latents D times the prior's weight", () => {
    const { objective } = presets["celeba-conv"].config;
    const convention = conventionOf(objective, { pixels: 3072, latent: 256, batch: 128 });
    expect(effectiveBeta(convention, 1)).toBe(3072);
  });

  it("is D / J where both are averaged", () => {
    const both = { reconstructionReduction: "mean", klReduction: "mean" } as const;
    const objective = { ...presets["mnist-dense-2"].config.objective, ...both };
    const convention = conventionOf(objective, { pixels: 784, latent: 20, batch: 128 });
    expect(effectiveBeta(convention, 1)).toBeCloseTo(39.2, 12);
  });

  it("gives an autoencoder no KL term", () => {
    const { objective } = presets["fashion-ae-20"].config;
    const convention = conventionOf(objective, sizes);
    expect(convention.kl).toBe(0);
    expect(effectiveBeta(convention, 1)).toBe(0);
  });
});
