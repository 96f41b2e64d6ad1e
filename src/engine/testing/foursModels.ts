/**
 * Models that put reading in fours to the test: channels in whole fours where everything that can end
 * a layer does, and parameters that begin in the middle of one.
 */
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ImageShape, VaeSpec } from "#/core/model/spec.ts";
import type { AgreementCase } from "#/engine/testing/agreement.ts";
import { resolved } from "#/engine/testing/models.ts";

const extras = { batchNorm: { momentum: 0.9, epsilon: 1e-3 }, dropout: 0.25 } as const;
const small = { condition: "none", weightInit: "glorot" } as const;

/** As many buffers as a layer can need. */
const everyExtra: VaeSpec = {
  ...small,
  encoder: [conv(4, extras), conv(8, extras)],
  decoder: [
    { kind: "denseToMap", height: 2, width: 2, channels: 8, activation: "silu", ...extras },
    { ...conv(8, extras), kind: "convTranspose" },
    { ...conv(4, extras), kind: "convTranspose" },
  ],
  latent: 4,
};

/** Behind the heads, of three each, every kernel begins two entries off. */
const offFours: VaeSpec = {
  ...small,
  encoder: [conv(4), conv(8)],
  decoder: [
    { kind: "denseToMap", height: 2, width: 2, channels: 8, activation: "relu" },
    { ...conv(8), kind: "convTranspose" },
    { ...conv(4), kind: "convTranspose" },
  ],
  latent: 3,
};

function conv(filters: number, more: Partial<typeof extras> = {}) {
  return { kind: "conv", filters, kernel: 3, stride: 2, activation: "silu", ...more } as const;
}

export const foursModels: readonly { readonly name: string; readonly spec: VaeSpec }[] = [
  { name: "every extra, in whole fours", spec: everyExtra },
  { name: "kernels off fours", spec: offFours },
];

const image: ImageShape = [8, 8, 1];

export const foursCases: readonly AgreementCase[] = foursModels.map(({ name, spec }) => {
  const { objective, optimizer } = firstConfig;
  return {
    name,
    vae: resolved(spec, image),
    ...{ objective, optimizer, most: 9, counts: [9, 9, 7], seed: 5 },
    settings: { beta: 1, freeBits: 0, learningRate: 0.01, clip: 0 },
  };
});
