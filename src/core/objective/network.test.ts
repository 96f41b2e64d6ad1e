import { describe, expect, it } from "vitest";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { Block, ImageShape, VaeSpec } from "#/core/model/spec.ts";
import { referenceDecode, referenceEncode } from "#/core/objective/network.ts";

const scoring = { training: false, dropout: null } as const;
const training = { training: true, dropout: null } as const;

function model(
  part: Partial<VaeSpec>,
  image: ImageShape,
  classes = 0,
): { readonly vae: ResolvedVae; readonly weights: Record<string, number[]> } {
  const empty = {
    encoder: [],
    decoder: [],
    latent: 1,
    condition: "none",
    weightInit: "he",
  } as const;
  const vae = resolveVae({ ...empty, ...part }, image, { classes });
  if (!vae.ok) throw new Error(vae.error.message);
  const { parameters, statistics } = vae.value;
  const weights: Record<string, number[]> = {};
  for (const { name, size } of [...parameters, ...statistics])
    weights[name] = Array<number>(size).fill(0);
  return { vae: vae.value, weights };
}

describe("batch normalisation", () => {
  const block: Block = {
    kind: "conv",
    filters: 1,
    kernel: 1,
    stride: 1,
    activation: "linear",
    batchNorm: { momentum: 0.75, epsilon: 3 },
  };
  const { vae, weights } = model({ encoder: [block] }, [1, 2, 1]);
  const known = {
    ...weights,
    "encoder/0/kernel": [2],
    "encoder/0/bias": [100],
    "encoder/0/scale": [4],
    "encoder/0/shift": [0.5],
    "encoder/0/runningMean": [104],
    "encoder/0/runningVariance": [6],
    // The first pixel is the mean head's, the second λ's.
    "mean/kernel": [1, 0],
    "logVariance/kernel": [0, 1],
  };
  // Two images of two pixels. Sums 100 and 102; 104 and 102: mean 102, variance (4+0+4+0)/4 = 2.
  const images = [0, 1, 2, 1];

  it("takes mean and biased variance over images and pixels in training", () => {
    const statistics: Record<string, Float64Array> = {};
    const code = referenceEncode(vae, known, images, null, { ...training, statistics });
    const unit = 2 / Math.sqrt(2 + 3);
    expect(code.mean[0]).toBeCloseTo(0.5 - 4 * unit, 12);
    expect(code.mean[1]).toBeCloseTo(0.5 + 4 * unit, 12);
    expect([...code.logVariance]).toEqual([0.5, 0.5]);
    // 0.75·104 + 0.25·102 and 0.75·6 + 0.25·2
    expect([...(statistics["encoder/0/runningMean"] ?? [])]).toEqual([103.5]);
    expect([...(statistics["encoder/0/runningVariance"] ?? [])]).toEqual([5]);
  });

  it("takes the running ones otherwise, and moves none", () => {
    const statistics: Record<string, Float64Array> = {};
    const code = referenceEncode(vae, known, images, null, { ...scoring, statistics });
    // (100 − 104) / √(6 + 3) · 4 + ½
    expect(code.mean[0]).toBeCloseTo(0.5 - 16 / 3, 12);
    expect(statistics).toEqual({});
  });
});

describe("dropout", () => {
  const block: Block = { kind: "dense", units: 1, activation: "linear", dropout: 0.75 };
  const { vae, weights } = model({ encoder: [block], decoder: [block] }, [1, 1, 1]);
  const known = {
    ...weights,
    "encoder/0/kernel": [1],
    "mean/kernel": [1],
    "decoder/0/kernel": [1],
    "output/kernel": [1],
  };
  // The encoder's two images, then the decoder's.
  const mode = { training: true, dropout: [0.7, 0.75, 0.9, 0.2] };

  it("keeps what reaches the rate and scales it, layer by layer", () => {
    expect([...referenceEncode(vae, known, [3, 5], null, mode).mean]).toEqual([0, 20]);
    expect([...referenceDecode(vae, known, [3, 5], null, mode)]).toEqual([12, 0]);
  });

  it("drops nothing outside training, or without noise", () => {
    for (const still of [{ ...mode, training: false }, training]) {
      expect([...referenceEncode(vae, known, [3, 5], null, still).mean]).toEqual([3, 5]);
    }
  });
});

describe("labels", () => {
  it("come behind the pixels, and behind z", () => {
    const { vae, weights } = model({ condition: "label" }, [1, 2, 1], 3);
    const known = {
      ...weights,
      "mean/kernel": [1, 10, 100, 200, 300],
      // z, then three labels, for two pixels each.
      "output/kernel": [1, 2, 10, 20, 30, 40, 50, 60],
    };
    const code = referenceEncode(vae, known, [1, 2, 3, 4], [0, 2], scoring);
    expect([...code.mean]).toEqual([1 + 20 + 100, 3 + 40 + 300]);
    expect([...referenceDecode(vae, known, [7, 8], [1, 0], scoring)]).toEqual([37, 54, 18, 36]);
  });

  it("are channels of every pixel of a map", () => {
    const block: Block = { kind: "conv", filters: 1, kernel: 1, stride: 1, activation: "linear" };
    const { vae, weights } = model({ condition: "label", encoder: [block] }, [1, 2, 1], 2);
    const known = { ...weights, "encoder/0/kernel": [1, 10, 20], "mean/kernel": [1, 100] };
    const code = referenceEncode(vae, known, [1, 2], [1], scoring);
    expect([...code.mean]).toEqual([21 + 2200]);
  });
});
