import { expect, it } from "vitest";
import { presetIds } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { mirrorDecoder } from "#/features/setup/model/mirror.ts";

it.each(presetIds)("finds the decoder of %s", (id) => {
  const { data, model } = presetConfig(id);
  const image = data.set === "faces" ? ([32, 32, 3] as const) : ([28, 28, 1] as const);
  expect(mirrorDecoder(model.encoder, image)).toEqual(model.decoder);
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
