/**
 * What is stored between visits, and how it is read back: unknown until parsed. The experiment is
 * small and written at each edit; the run is large and written with each checkpoint.
 */
import * as v from "valibot";
import {
  type ExperimentConfig,
  type LiveChange,
  type PresetId,
  liveFields,
  presetIds,
} from "#/core/experiment/config.ts";
import { parseConfig } from "#/core/experiment/parse.ts";
import type { MetricsColumns } from "#/state/metricsBuffer.ts";
import type { Checkpoint } from "#/worker/protocol/messages.ts";

export interface StoredExperiment {
  readonly version: 1;
  /** Matches the run stored beside it; grows with every run started in this browser. */
  readonly run: number;
  readonly preset: PresetId;
  readonly built: ExperimentConfig;
  readonly draft: ExperimentConfig;
  readonly live: readonly LiveChange[];
}

export interface StoredRun {
  readonly version: 1;
  readonly run: number;
  readonly checkpoint: Checkpoint;
  readonly metrics: MetricsColumns;
}

const config = v.rawTransform<unknown, ExperimentConfig>(({ dataset, addIssue, NEVER }) => {
  const parsed = parseConfig(dataset.value);
  if (parsed.ok) return parsed.value;
  addIssue({ message: parsed.error.message });
  return NEVER;
});
const configSchema = v.pipe(v.unknown(), config);

const live = v.array(
  v.object({
    step: v.pipe(v.number(), v.integer(), v.minValue(0)),
    field: v.picklist(liveFields),
    value: v.pipe(v.number(), v.finite()),
  }),
);

const weights = v.record(
  v.string(),
  v.object({ shape: v.array(v.number()), values: v.instance(Float32Array) }),
);

/** What a model that is breaking says of images it has not seen may be no number; a run is kept all the same. */
const figure = v.union([v.number(), v.nan()]);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const experimentSchema = v.object({
  version: v.literal(1),
  run: count,
  preset: v.picklist(presetIds),
  built: configSchema,
  draft: configSchema,
  live,
});

const checkpointSchema = v.object({
  version: v.literal(1),
  config: configSchema,
  live,
  step: count,
  imagesSeen: count,
  weights,
  moments: weights,
  optimizerSteps: count,
  comparable: v.optional(v.boolean(), true),
});

const metricsSchema = v.pipe(
  v.object({
    steps: v.instance(Uint32Array),
    imagesSeen: v.instance(Float64Array),
    reconstruction: v.instance(Float32Array),
    kl: v.instance(Float32Array),
    beta: v.instance(Float32Array),
    learningRate: v.instance(Float32Array),
    test: v.array(
      v.object({
        step: count,
        imagesSeen: v.number(),
        reconstruction: figure,
        kl: figure,
        total: figure,
      }),
    ),
  }),
  v.check(({ steps, test: _, ...columns }) =>
    Object.values(columns).every((column) => column.length === steps.length),
  ),
);

const runSchema = v.object({
  version: v.literal(1),
  run: count,
  checkpoint: checkpointSchema,
  metrics: metricsSchema,
});

/** Null when it is not there or cannot be read. */
export function parseStoredExperiment(input: unknown): StoredExperiment | null {
  const parsed = v.safeParse(experimentSchema, input);
  return parsed.success ? parsed.output : null;
}

export function parseStoredRun(input: unknown): StoredRun | null {
  const parsed = v.safeParse(runSchema, input);
  return parsed.success ? parsed.output : null;
}
