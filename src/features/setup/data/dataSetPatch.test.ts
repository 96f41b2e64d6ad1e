import { expect, it } from "vitest";
import { presetConfig } from "#/core/experiment/presets.ts";
import { dataSetPatch, remirrored } from "#/features/setup/data/dataSetPatch.ts";
import { mirrorDecoder } from "#/features/setup/model/mirror.ts";

const digits = { id: "mnist", shape: [28, 28, 1] } as const;
const faces = { id: "faces", shape: [32, 32, 3] } as const;
const first = presetConfig("mnist-dense-2");
const encoder = [
  { kind: "conv", filters: 16, kernel: 3, stride: 2, activation: "relu" },
  { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: "relu" },
] as const;
const conv = {
  ...first,
  model: { ...first.model, encoder, decoder: mirrorDecoder(encoder, [32, 32, 3]) },
};

it("mirrors the encoder anew for images of another size", () => {
  const patch = dataSetPatch(conv, faces, digits);
  expect(patch.data).toEqual({ set: "mnist" });
  expect(patch.model?.decoder?.[0]).toMatchObject({ kind: "denseToMap", height: 7, width: 7 });
});

it("mirrors it for the size the images are brought to, not the one they are stored in", () => {
  const patch = remirrored(conv, { data: { size: "64" } }, faces.shape, faces.shape);
  expect(patch.data).toEqual({ size: "64" });
  expect(patch.model?.decoder?.[0]).toMatchObject({ height: 16, width: 16 });
});

it("leaves a decoder of one's own alone", () => {
  const own = { ...conv, model: { ...conv.model, decoder: [] } };
  expect(dataSetPatch(own, faces, digits)).toEqual({ data: { set: "mnist" } });
});

it("touches the data alone while the images are not known", () => {
  expect(dataSetPatch(conv, null, digits)).toEqual({ data: { set: "mnist" } });
});
