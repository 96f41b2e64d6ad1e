/** The fields of an experiment's data. */
import { cropModes, imageSizes, pixelModes } from "#/core/experiment/config.ts";
import {
  type ChoiceField,
  type DataSetField,
  type LimitField,
  choose,
} from "#/core/experiment/field.ts";
import { choice, cite, integer, restart } from "#/core/experiment/fields/common.ts";

export const dataFields = {
  "data.set": {
    kind: "dataSet",
    ...restart,
    citation: null,
    formula: null,
    default: "mnist",
    read: (c) => c.data.set,
    patch: (set) => ({ data: { set } }),
  } satisfies DataSetField,
  "data.pixels": {
    ...choice,
    ...restart,
    citation: cite.binarised,
    formula: "standardise",
    options: pixelModes,
    default: "grey" as const,
    read: (c) => c.data.pixels,
    patch: choose(pixelModes, (pixels) => ({ data: { pixels } })),
  } satisfies ChoiceField,
  "data.size": {
    ...choice,
    ...restart,
    options: imageSizes,
    default: "stored" as const,
    read: (c) => c.data.size,
    patch: choose(imageSizes, (size) => ({ data: { size } })),
  } satisfies ChoiceField,
  "data.crop": {
    ...choice,
    ...restart,
    options: cropModes,
    default: "centre" as const,
    read: (c) => c.data.crop,
    patch: choose(cropModes, (crop) => ({ data: { crop } })),
  } satisfies ChoiceField,
  "data.trainLimit": {
    ...integer,
    ...restart,
    kind: "limit",
    min: 1,
    max: 1e6,
    unit: "images",
    default: null,
    read: (c) => c.data.trainLimit,
    patch: (trainLimit) => ({ data: { trainLimit } }),
  } satisfies LimitField,
} as const;
