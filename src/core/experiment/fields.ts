/**
 * Every field of an experiment, as data: defaults, checks, the URL, the controls and their help are
 * derived from here, so they cannot disagree. Labels and help are i18n keys,
 * `setup.fields.<path>.label` and `.help`. The default values together are `mnist-dense-2`.
 */
import { weightInits } from "#/core/model/spec.ts";
import {
  type BlocksField,
  type ChoiceField,
  type Citation,
  type DataSetField,
  type Field,
  type LimitField,
  type NumberField,
  choose,
} from "#/core/experiment/field.ts";

export const fieldPaths = [
  "data.set",
  "data.trainLimit",
  "model.encoder",
  "model.decoder",
  "model.latent",
  "model.weightInit",
  "objective.beta",
  "optimizer.kind",
  "optimizer.learningRate",
  "optimizer.epsilon",
  "training.batch",
  "training.epochs",
  "training.lastBatch",
  "training.seed",
] as const;
export type FieldPath = (typeof fieldPaths)[number];

const vae: Citation = {
  label: "Kingma & Welling, 2014",
  url: "https://arxiv.org/abs/1312.6114",
};
const betaVae: Citation = {
  label: "Higgins et al., 2017",
  url: "https://openreview.net/forum?id=Sy2fzU9gl",
};
const adam: Citation = { label: "Kingma & Ba, 2015", url: "https://arxiv.org/abs/1412.6980" };
const glorot: Citation = {
  label: "Glorot & Bengio, 2010",
  url: "https://proceedings.mlr.press/v9/glorot10a.html",
};

const lastBatches = ["keep", "drop"] as const;
const optimizerKinds = ["adam"] as const;

const integer = { kind: "integer", minExcluded: false, step: 1, scale: "linear" } as const;

export const fields = {
  "data.set": {
    kind: "dataSet",
    applies: "restart",
    citation: null,
    formula: null,
    default: "mnist",
    read: (c) => c.data.set,
    patch: (set) => ({ data: { set } }),
  } satisfies DataSetField,
  "data.trainLimit": {
    ...integer,
    kind: "limit",
    min: 1,
    max: 1e6,
    slider: null,
    unit: "images",
    applies: "restart",
    citation: null,
    formula: null,
    default: null,
    read: (c) => c.data.trainLimit,
    patch: (trainLimit) => ({ data: { trainLimit } }),
  } satisfies LimitField,
  "model.encoder": {
    kind: "blocks",
    maxBlocks: 16,
    applies: "restart",
    citation: vae,
    formula: "dense",
    default: [{ kind: "dense", units: 400, activation: "relu" }],
    read: (c) => c.model.encoder,
    patch: (encoder) => ({ model: { encoder } }),
  } satisfies BlocksField,
  "model.decoder": {
    kind: "blocks",
    maxBlocks: 16,
    applies: "restart",
    citation: vae,
    formula: "dense",
    default: [{ kind: "dense", units: 400, activation: "relu" }],
    read: (c) => c.model.decoder,
    patch: (decoder) => ({ model: { decoder } }),
  } satisfies BlocksField,
  "model.latent": {
    ...integer,
    min: 1,
    max: 256,
    slider: null,
    unit: "dimensions",
    applies: "restart",
    citation: vae,
    formula: "reparameterisation",
    default: 2,
    read: (c) => c.model.latent,
    patch: (latent) => ({ model: { latent } }),
  } satisfies NumberField,
  "model.weightInit": {
    kind: "choice",
    options: weightInits,
    applies: "restart",
    citation: glorot,
    formula: "initialisation",
    default: "pytorch" as const,
    read: (c) => c.model.weightInit,
    patch: choose(weightInits, (weightInit) => ({ model: { weightInit } })),
  } satisfies ChoiceField,
  "objective.beta": {
    kind: "number",
    min: 0,
    max: 1e4,
    minExcluded: false,
    step: 1.25,
    scale: "log",
    slider: [0.01, 100],
    unit: null,
    applies: "live",
    citation: betaVae,
    formula: "objective",
    default: 1,
    read: (c) => c.objective.beta,
    patch: (beta) => ({ objective: { beta } }),
  } satisfies NumberField,
  "optimizer.kind": {
    kind: "choice",
    options: optimizerKinds,
    applies: "restart",
    citation: adam,
    formula: "adam",
    default: "adam" as const,
    read: (c) => c.optimizer.kind,
    patch: choose(optimizerKinds, (kind) => ({ optimizer: { kind } })),
  } satisfies ChoiceField,
  "optimizer.learningRate": {
    kind: "number",
    min: 0,
    max: 10,
    minExcluded: true,
    step: 1.25,
    scale: "log",
    slider: [1e-5, 0.1],
    unit: null,
    applies: "live",
    citation: adam,
    formula: "adam",
    default: 3e-3,
    read: (c) => c.optimizer.learningRate,
    patch: (learningRate) => ({ optimizer: { learningRate } }),
  } satisfies NumberField,
  "optimizer.epsilon": {
    kind: "number",
    min: 0,
    max: 1,
    minExcluded: true,
    step: 10,
    scale: "log",
    slider: null,
    unit: null,
    applies: "restart",
    citation: adam,
    formula: "adam",
    default: 1e-8,
    read: (c) => c.optimizer.epsilon,
    patch: (epsilon) => ({ optimizer: { epsilon } }),
  } satisfies NumberField,
  "training.batch": {
    ...integer,
    min: 1,
    max: 10_000,
    slider: null,
    unit: "images",
    applies: "restart",
    citation: null,
    formula: null,
    default: 128,
    read: (c) => c.training.batch,
    patch: (batch) => ({ training: { batch } }),
  } satisfies NumberField,
  "training.epochs": {
    ...integer,
    min: 1,
    max: 10_000,
    slider: null,
    unit: "epochs",
    applies: "live",
    citation: null,
    formula: null,
    default: 10,
    read: (c) => c.training.epochs,
    patch: (epochs) => ({ training: { epochs } }),
  } satisfies NumberField,
  "training.lastBatch": {
    kind: "choice",
    options: lastBatches,
    applies: "restart",
    citation: null,
    formula: null,
    default: "drop" as const,
    read: (c) => c.training.lastBatch,
    patch: choose(lastBatches, (lastBatch) => ({ training: { lastBatch } })),
  } satisfies ChoiceField,
  "training.seed": {
    ...integer,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    slider: null,
    unit: null,
    applies: "restart",
    citation: null,
    formula: null,
    default: 1,
    read: (c) => c.training.seed,
    patch: (seed) => ({ training: { seed } }),
  } satisfies NumberField,
} as const satisfies Record<FieldPath, Field>;

export function fieldAt(path: FieldPath): Field {
  return fields[path];
}

export function isFieldPath(text: string): text is FieldPath {
  return fieldPaths.some((path) => path === text);
}
