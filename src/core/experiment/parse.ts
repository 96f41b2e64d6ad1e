/**
 * Unknown input → `ExperimentConfig`, or the fault that says which field is wrong and what it may
 * be. Checks each field by itself; what needs the data set is validate.ts.
 */
import * as v from "valibot";
import type { Fault } from "#/core/fault.ts";
import { type Activation, type Block, activations, weightInits } from "#/core/model/spec.ts";
import { type Result, err, ok } from "#/core/result.ts";
import { type BlockNumber, blockNumbers } from "#/core/experiment/blockFields.ts";
import { type ExperimentConfig, type PresetId, presetIds } from "#/core/experiment/config.ts";
import { type NumberLimits, accepts } from "#/core/experiment/field.ts";
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

const filtered = {
  filters: part("filters"),
  kernel: part("kernel"),
  stride: part("stride"),
  activation,
};

const block = v.variant("kind", [
  v.strictObject({ kind: v.literal("dense"), units: part("units"), activation }),
  v.strictObject({
    kind: v.literal("denseToMap"),
    height: part("height"),
    width: part("width"),
    channels: part("channels"),
    activation,
  }),
  v.strictObject({ kind: v.literal("conv"), ...filtered }),
  v.strictObject({ kind: v.literal("convTranspose"), ...filtered }),
]) satisfies v.GenericSchema<unknown, Block>;

function blocks(maxBlocks: number) {
  return v.pipe(v.array(block), v.maxLength(maxBlocks));
}

const config = v.strictObject({
  data: v.strictObject({
    set: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    trainLimit: v.nullable(numberWithin(fields["data.trainLimit"])),
  }),
  model: v.strictObject({
    encoder: blocks(fields["model.encoder"].maxBlocks),
    decoder: blocks(fields["model.decoder"].maxBlocks),
    latent: numberWithin(fields["model.latent"]),
    weightInit: v.picklist(weightInits),
  }),
  objective: v.strictObject({ beta: numberWithin(fields["objective.beta"]) }),
  optimizer: v.strictObject({
    kind: v.literal("adam"),
    learningRate: numberWithin(fields["optimizer.learningRate"]),
    epsilon: numberWithin(fields["optimizer.epsilon"]),
  }),
  training: v.strictObject({
    batch: numberWithin(fields["training.batch"]),
    epochs: numberWithin(fields["training.epochs"]),
    lastBatch: v.picklist(["keep", "drop"]),
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
