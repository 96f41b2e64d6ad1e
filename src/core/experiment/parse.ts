/**
 * Unknown input → `ExperimentConfig`, or the fault that says which field is wrong and what it may
 * be. Checks each field by itself; what needs the data set is validate.ts.
 */
import * as v from "valibot";
import type { Fault } from "#/core/fault.ts";
import {
  type Activation,
  type Block,
  activations,
  conditions,
  weightInits,
} from "#/core/model/spec.ts";
import { type Result, err, ok } from "#/core/result.ts";
import {
  type BlockNumber,
  blockExtras,
  blockNumbers,
  paddings,
} from "#/core/experiment/blockFields.ts";
import {
  type ExperimentConfig,
  type PresetId,
  cropModes,
  imageSizes,
  pixelModes,
  presetIds,
} from "#/core/experiment/config.ts";
import { type ChoiceField, type NumberLimits, accepts } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import { issueFault, unknownPreset } from "#/core/experiment/parseFaults.ts";

function numberWithin(limits: Omit<NumberLimits, "kind"> & { kind: string }) {
  return v.pipe(
    v.number(),
    v.check((value) => accepts(limits, value)),
  );
}

function part(name: BlockNumber) {
  return numberWithin(blockNumbers[name]);
}

const activation = v.picklist(activations) satisfies v.GenericSchema<unknown, Activation>;

/** Without dropout a block has none, rather than a rate of 0. */
const extras = {
  batchNorm: v.optional(
    v.strictObject({
      momentum: numberWithin(blockExtras.batchNormMomentum),
      epsilon: numberWithin(blockExtras.batchNormEpsilon),
    }),
  ),
  dropout: v.optional(numberWithin(blockExtras.dropout)),
};

const filtered = {
  filters: part("filters"),
  kernel: part("kernel"),
  stride: part("stride"),
  activation,
  padding: v.optional(v.picklist(paddings)),
  ...extras,
};

const block = v.variant("kind", [
  v.strictObject({ kind: v.literal("dense"), units: part("units"), activation, ...extras }),
  v.strictObject({
    kind: v.literal("denseToMap"),
    height: part("height"),
    width: part("width"),
    channels: part("channels"),
    activation,
    ...extras,
  }),
  v.strictObject({ kind: v.literal("conv"), ...filtered }),
  v.strictObject({ kind: v.literal("convTranspose"), ...filtered }),
]);

/** In one spelling: what is absent by default is left out. */
const plainBlock = v.pipe(block, v.transform(plain)) satisfies v.GenericSchema<unknown, Block>;

function plain(parsed: v.InferOutput<typeof block>): Block {
  const { batchNorm, dropout = 0, ...rest } = parsed;
  const extra = {
    ...(batchNorm !== undefined && { batchNorm }),
    ...(dropout > 0 && { dropout }),
  };
  if (rest.kind === "dense" || rest.kind === "denseToMap") return { ...rest, ...extra };
  const { padding, ...filter } = rest;
  return { ...filter, ...(padding === "valid" && { padding }), ...extra };
}

function blocks(maxBlocks: number) {
  return v.pipe(v.array(plainBlock), v.maxLength(maxBlocks));
}

function option<const T extends ChoiceField & { readonly options: readonly string[] }>(field: T) {
  return v.picklist<T["options"]>(field.options);
}

const objective = v.strictObject({
  likelihood: option(fields["objective.likelihood"]),
  noise: option(fields["objective.noise"]),
  noiseSigma: numberWithin(fields["objective.noiseSigma"]),
  sigmoid: option(fields["objective.sigmoid"]),
  guard: option(fields["objective.guard"]),
  guardEpsilon: numberWithin(fields["objective.guardEpsilon"]),
  display: option(fields["objective.display"]),
  reconstructionReduction: option(fields["objective.reconstructionReduction"]),
  klReduction: option(fields["objective.klReduction"]),
  klHalf: v.boolean(),
  beta: numberWithin(fields["objective.beta"]),
  annealing: option(fields["objective.annealing"]),
  annealingSteps: numberWithin(fields["objective.annealingSteps"]),
  freeBits: numberWithin(fields["objective.freeBits"]),
  sigma: option(fields["objective.sigma"]),
  sampling: v.boolean(),
}) satisfies v.GenericSchema<unknown, ExperimentConfig["objective"]>;

const optimizer = v.strictObject({
  kind: option(fields["optimizer.kind"]),
  learningRate: numberWithin(fields["optimizer.learningRate"]),
  schedule: option(fields["optimizer.schedule"]),
  scheduleSteps: numberWithin(fields["optimizer.scheduleSteps"]),
  scheduleFactor: numberWithin(fields["optimizer.scheduleFactor"]),
  epsilon: numberWithin(fields["optimizer.epsilon"]),
  epsilonPlacement: option(fields["optimizer.epsilonPlacement"]),
  decay: numberWithin(fields["optimizer.decay"]),
  momentum: numberWithin(fields["optimizer.momentum"]),
  clip: numberWithin(fields["optimizer.clip"]),
}) satisfies v.GenericSchema<unknown, ExperimentConfig["optimizer"]>;

const config = v.strictObject({
  data: v.strictObject({
    set: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    pixels: v.picklist(pixelModes),
    size: v.picklist(imageSizes),
    crop: v.picklist(cropModes),
    trainLimit: v.nullable(numberWithin(fields["data.trainLimit"])),
  }),
  model: v.strictObject({
    encoder: blocks(fields["model.encoder"].maxBlocks),
    decoder: blocks(fields["model.decoder"].maxBlocks),
    latent: numberWithin(fields["model.latent"]),
    condition: v.picklist(conditions),
    weightInit: v.picklist(weightInits),
  }),
  objective,
  optimizer,
  training: v.strictObject({
    batch: numberWithin(fields["training.batch"]),
    epochs: numberWithin(fields["training.epochs"]),
    lastBatch: option(fields["training.lastBatch"]),
    validation: option(fields["training.validation"]),
    patience: numberWithin(fields["training.patience"]),
    restoreBest: v.boolean(),
    seed: numberWithin(fields["training.seed"]),
  }),
}) satisfies v.GenericSchema<unknown, ExperimentConfig>;

/** A whole config: every field present, in range, and nothing besides. */
export function parseConfig(input: unknown): Result<ExperimentConfig, Fault> {
  const parsed = v.safeParse(config, input, { abortEarly: true });
  return parsed.success ? ok(parsed.output) : err(issueFault(parsed.issues[0]));
}

/**
 * `base` with some fields replaced; lists of blocks are replaced whole. Takes unknown input, for
 * patches also come from scripts.
 */
export function applyPatch(
  base: ExperimentConfig,
  patch: unknown,
): Result<ExperimentConfig, Fault> {
  return parseConfig(merge(base, patch));
}

export function parsePresetId(input: unknown): Result<PresetId, Fault> {
  const id = presetIds.find((preset) => preset === input);
  return id === undefined ? err(unknownPreset(input)) : ok(id);
}

/** Patch over base, key by key; what is no plain object replaces. `undefined` leaves the base. */
function merge(base: unknown, patch: unknown): unknown {
  if (patch === undefined) return base;
  if (!isRecord(base) || !isRecord(patch)) return patch;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) merged[key] = merge(base[key], value);
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
