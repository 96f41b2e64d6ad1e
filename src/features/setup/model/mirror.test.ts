import { expect, it } from "vitest";
import { presetIds } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { mirrorDecoder } from "#/features/setup/model/mirror.ts";

const dense = presetIds.filter((id) =>
  presetConfig(id).model.encoder.every(({ kind }) => kind === "dense"),
);

it.each(dense)("finds the decoder of %s", (id) => {
  const { model } = presetConfig(id);
  expect(mirrorDecoder(model.encoder, [28, 28, 1])).toEqual(model.decoder);
});

it("undoes unpadded convolutions, and keeps what goes with each map", () => {
  const batchNorm = { momentum: 0.9, epsilon: 1e-5 };
  const encoder = [
    { kind: "conv", filters: 8, kernel: 4, stride: 2, activation: "elu", dropout: 0.5 },
    {
      kind: "conv",
      filters: 16,
      kernel: 4,
      stride: 2,
      activation: "relu",
      padding: "valid",
      batchNorm,
    },
  ] as const;
  // 28 → 14 → ⌊(14 − 4)/2⌋ + 1 = 6, and back: (6 − 1)·2 + 4 = 14.
  expect(mirrorDecoder(encoder, [28, 28, 1])).toEqual([
    { kind: "denseToMap", height: 6, width: 6, channels: 16, activation: "relu", batchNorm },
    {
      kind: "convTranspose",
      filters: 8,
      kernel: 4,
      stride: 2,
      activation: "elu",
      padding: "valid",
      dropout: 0.5,
    },
  ]);
});

it("mirrors convolutions under dense layers", () => {
  const encoder = [
    { kind: "conv", filters: 16, kernel: 5, stride: 2, activation: "elu" },
    { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: "silu" },
    { kind: "dense", units: 100, activation: "relu" },
    { kind: "dense", units: 50, activation: "tanh" },
  ] as const;
  expect(mirrorDecoder(encoder, [28, 28, 1])).toEqual([
    { kind: "dense", units: 50, activation: "tanh" },
    { kind: "dense", units: 100, activation: "relu" },
    { kind: "denseToMap", height: 7, width: 7, channels: 32, activation: "silu" },
    { kind: "convTranspose", filters: 16, kernel: 3, stride: 2, activation: "elu" },
  ]);
});

it("gives nothing for nothing", () => {
  expect(mirrorDecoder([], [28, 28, 1])).toEqual([]);
});
