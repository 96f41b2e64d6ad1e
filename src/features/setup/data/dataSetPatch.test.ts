import { expect, it } from "vitest";
import { presetConfig } from "#/core/experiment/presets.ts";
import { dataSetPatch } from "#/features/setup/data/dataSetPatch.ts";

const digits = { id: "mnist", shape: [28, 28, 1] } as const;
const faces = { id: "faces", shape: [32, 32, 3] } as const;
const conv = presetConfig("faces-conv");

it("mirrors the encoder anew for images of another size", () => {
  const patch = dataSetPatch(conv, faces, digits);
  expect(patch.data).toEqual({ set: "mnist" });
  expect(patch.model?.decoder?.[0]).toMatchObject({ kind: "denseToMap", height: 4, width: 4 });
});

it("leaves a decoder of one's own alone", () => {
  const own = { ...conv, model: { ...conv.model, decoder: [] } };
  expect(dataSetPatch(own, faces, digits)).toEqual({ data: { set: "mnist" } });
});

it("touches the data alone while the images are not known", () => {
  expect(dataSetPatch(conv, null, digits)).toEqual({ data: { set: "mnist" } });
});
