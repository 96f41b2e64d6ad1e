/** The fields of an experiment's model. */
import { conditions, weightInits } from "#/core/model/spec.ts";
import {
  type BlocksField,
  type ChoiceField,
  type NumberField,
  choose,
} from "#/core/experiment/field.ts";
import { choice, cite, integer, restart } from "#/core/experiment/fields/common.ts";

export const modelFields = {
  "model.encoder": {
    kind: "blocks",
    ...restart,
    maxBlocks: 16,
    citation: cite.vae,
    formula: "dense",
    default: [{ kind: "dense", units: 400, activation: "relu" }],
    read: (c) => c.model.encoder,
    patch: (encoder) => ({ model: { encoder } }),
  } satisfies BlocksField,
  "model.decoder": {
    kind: "blocks",
    ...restart,
    maxBlocks: 16,
    citation: cite.vae,
    formula: "dense",
    default: [{ kind: "dense", units: 400, activation: "relu" }],
    read: (c) => c.model.decoder,
    patch: (decoder) => ({ model: { decoder } }),
  } satisfies BlocksField,
  "model.latent": {
    ...integer,
    ...restart,
    min: 1,
    max: 256,
    unit: "dimensions",
    citation: cite.vae,
    formula: "reparameterisation",
    default: 2,
    read: (c) => c.model.latent,
    patch: (latent) => ({ model: { latent } }),
  } satisfies NumberField,
  "model.condition": {
    ...choice,
    ...restart,
    citation: cite.conditional,
    formula: "condition",
    options: conditions,
    default: "none" as const,
    read: (c) => c.model.condition,
    patch: choose(conditions, (condition) => ({ model: { condition } })),
  } satisfies ChoiceField,
  "model.weightInit": {
    ...choice,
    ...restart,
    citation: cite.glorot,
    formula: "initialisation",
    options: weightInits,
    default: "pytorch" as const,
    read: (c) => c.model.weightInit,
    patch: choose(weightInits, (weightInit) => ({ model: { weightInit } })),
  } satisfies ChoiceField,
} as const;
