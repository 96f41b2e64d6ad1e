import { describe, expect, it } from "vitest";
import { initialWeights } from "#/core/model/init.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import { weightInits, type WeightInit } from "#/core/model/spec.ts";
import { createRng } from "#/core/rng.ts";

function draw(weightInit: WeightInit, units = 400, seed = 1) {
  const spec = {
    encoder: [{ kind: "dense", units, activation: "relu" } as const],
    decoder: [],
    latent: 5,
    condition: "none" as const,
    weightInit,
  };
  const vae = resolveVae(spec, [28, 28, 1]);
  if (!vae.ok) throw new Error(vae.error.message);
  return initialWeights(vae.value, weightInit, createRng(seed), { noiseSigma: 1 });
}

function values(weights: ReturnType<typeof draw>, name: string): Float32Array {
  const tensor = weights[name];
  if (tensor === undefined) throw new Error(`no ${name}`);
  return tensor.values;
}

const spread = (x: Float32Array) => Math.sqrt(x.reduce((s, v) => s + v * v, 0) / x.length);

describe("initialWeights", () => {
  it("follows each rule's limits", () => {
    const limits = { glorot: Math.sqrt(6 / 1184), pytorch: 1 / 28 };
    for (const init of ["glorot", "pytorch"] as const) {
      const kernel = values(draw(init), "encoder/0/kernel");
      const largest = kernel.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
      // 313,600 uniform draws: the largest misses the limit by more than 0.1 % once in e^300.
      expect(largest).toBeLessThanOrEqual(limits[init] * (1 + 1e-6));
      expect(largest).toBeGreaterThan(limits[init] * 0.999);
      expect(spread(kernel)).toBeCloseTo(limits[init] / Math.sqrt(3), 3);
    }
    expect(spread(values(draw("he"), "encoder/0/kernel"))).toBeCloseTo(Math.sqrt(2 / 784), 3);
  });

  it("starts biases at zero, but PyTorch's", () => {
    expect(spread(values(draw("glorot"), "encoder/0/bias"))).toBe(0);
    expect(spread(values(draw("he"), "encoder/0/bias"))).toBe(0);
    expect(spread(values(draw("pytorch"), "encoder/0/bias"))).toBeCloseTo(1 / 28 / Math.sqrt(3), 2);
  });

  it("is the seed's, and one tensor's size does not move another", () => {
    expect(draw("he")).toEqual(draw("he"));
    expect(values(draw("he", 400, 2), "mean/kernel")).not.toEqual(
      values(draw("he"), "mean/kernel"),
    );
    expect(values(draw("glorot", 300), "output/bias")).toEqual(
      values(draw("glorot"), "output/bias"),
    );
    expect(values(draw("he", 300), "output/kernel")).toEqual(values(draw("he"), "output/kernel"));
  });

  it.each(weightInits)("starts normalisation at nothing and σ as asked, with %s", (weightInit) => {
    const block = { kind: "conv", filters: 2, kernel: 3, stride: 1, activation: "relu" } as const;
    const batchNorm = { momentum: 0.9, epsilon: 1e-3 };
    const spec = { decoder: [], latent: 1, condition: "none" as const, weightInit };
    const encoder = [{ ...block, batchNorm }];
    const vae = resolveVae({ ...spec, encoder }, [4, 4, 1], { learntSigma: true });
    if (!vae.ok) throw new Error(vae.error.message);
    const weights = initialWeights(vae.value, weightInit, createRng(1), { noiseSigma: 0.5 });
    expect([...values(weights, "encoder/0/scale")]).toEqual([1, 1]);
    expect([...values(weights, "encoder/0/shift")]).toEqual([0, 0]);
    expect([...values(weights, "encoder/0/runningMean")]).toEqual([0, 0]);
    expect([...values(weights, "encoder/0/runningVariance")]).toEqual([1, 1]);
    expect([...values(weights, "output/logSigma")]).toEqual([Math.fround(Math.log(0.5))]);
    // And none of that moves the kernels.
    const plain = resolveVae({ ...spec, encoder: [block] }, [4, 4, 1]);
    if (!plain.ok) throw new Error(plain.error.message);
    expect(weights).toMatchObject(
      initialWeights(plain.value, weightInit, createRng(1), { noiseSigma: 1 }),
    );
  });
});
