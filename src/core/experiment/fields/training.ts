/** The fields of an experiment's training. */
import {
  type ChoiceField,
  type NumberField,
  type SwitchField,
  choose,
} from "#/core/experiment/field.ts";
import { choice, cite, integer, live, restart, toggle } from "#/core/experiment/fields/common.ts";

const lastBatches = ["keep", "drop"] as const;
const validations = ["never", "epoch"] as const;

export const trainingFields = {
  "training.batch": {
    ...integer,
    ...restart,
    min: 1,
    max: 10_000,
    unit: "images",
    default: 128,
    read: (c) => c.training.batch,
    patch: (batch) => ({ training: { batch } }),
  } satisfies NumberField,
  "training.epochs": {
    ...integer,
    ...live,
    min: 1,
    max: 10_000,
    unit: "epochs",
    default: 10,
    read: (c) => c.training.epochs,
    patch: (epochs) => ({ training: { epochs } }),
  } satisfies NumberField,
  "training.lastBatch": {
    ...choice,
    ...restart,
    options: lastBatches,
    default: "drop" as const,
    read: (c) => c.training.lastBatch,
    patch: choose(lastBatches, (lastBatch) => ({ training: { lastBatch } })),
  } satisfies ChoiceField,
  "training.validation": {
    ...choice,
    ...restart,
    options: validations,
    default: "never" as const,
    read: (c) => c.training.validation,
    patch: choose(validations, (validation) => ({ training: { validation } })),
  } satisfies ChoiceField,
  "training.patience": {
    ...integer,
    ...restart,
    min: 0,
    max: 1000,
    unit: "checks",
    citation: cite.earlyStopping,
    default: 0,
    read: (c) => c.training.patience,
    patch: (patience) => ({ training: { patience } }),
  } satisfies NumberField,
  "training.restoreBest": {
    ...toggle,
    ...restart,
    citation: cite.earlyStopping,
    default: false,
    read: (c) => c.training.restoreBest,
    patch: (restoreBest) => ({ training: { restoreBest } }),
  } satisfies SwitchField,
  "training.seed": {
    ...integer,
    ...restart,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    unit: null,
    default: 1,
    read: (c) => c.training.seed,
    patch: (seed) => ({ training: { seed } }),
  } satisfies NumberField,
} as const;
