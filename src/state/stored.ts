/**
 * What is stored between visits, and how it is read back: unknown until parsed. The experiment is
 * small and written at each edit; the run is large and written with each checkpoint. What was stored
 * in version 1 goes through storedVersion1.ts, which comes only when it is needed.
 */
import * as v from "valibot";
import {
  type ExperimentConfig,
  type LiveChange,
  type PresetId,
  liveFields,
  presetIds,
} from "#/core/experiment/config.ts";
import { acceptsLive } from "#/core/experiment/live.ts";
import { parseConfig } from "#/core/experiment/parse.ts";
import type { MetricsColumns } from "#/state/metricsBuffer.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

export interface StoredExperiment {
  readonly version: 2;
  /** Matches the run stored beside it; grows with every run started in this browser. */
  readonly run: number;
  readonly preset: PresetId;
  readonly built: ExperimentConfig;
  readonly draft: ExperimentConfig;
  readonly live: readonly LiveChange[];
}

export interface StoredRun {
  readonly version: 2;
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
  v.pipe(
    v.object({
      step: v.pipe(v.number(), v.integer(), v.minValue(0)),
      field: v.picklist(liveFields),
      value: v.union([v.number(), v.string()]),
    }),
    v.check(({ field, value }) => acceptsLive(field, value)),
  ),
);

const weights = v.record(
  v.string(),
  v.object({ shape: v.array(v.number()), values: v.instance(Float32Array) }),
);

/** What a model that is breaking says of images it has not seen may be no number; a run is kept all the same. */
const figure = v.union([v.number(), v.nan()]);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const experimentSchema = v.object({
  version: v.literal(2),
  run: count,
  preset: v.picklist(presetIds),
  built: configSchema,
  draft: configSchema,
  live,
});

const validation = v.object({ best: figure, bestStep: count, waited: count });

const checkpointSchema = v.object({
  version: v.literal(2),
  config: configSchema,
  live,
  step: count,
  imagesSeen: count,
  weights,
  moments: weights,
  optimizerSteps: count,
  validation: v.nullable(validation),
  best: v.nullable(v.object({ step: count, weights })),
  stoppedEarly: v.boolean(),
  comparable: v.optional(v.boolean(), true),
});

const terms = { total: figure, reconstruction: figure, kl: figure };
const column = v.instance(Float32Array);

const metricsSchema = v.pipe(
  v.object({
    steps: v.instance(Uint32Array),
    imagesSeen: v.instance(Float64Array),
    reconstruction: column,
    kl: column,
    total: column,
    lossReconstruction: column,
    lossKl: column,
    lossTotal: column,
    beta: column,
    learningRate: column,
    test: v.array(v.object({ step: count, imagesSeen: v.number(), ...terms })),
    validation: v.array(
      v.object({
        step: count,
        imagesSeen: v.number(),
        loss: v.object(terms),
        perImage: v.object(terms),
      }),
    ),
  }),
  v.check(({ steps, test: _, validation: __, ...columns }) =>
    Object.values(columns).every((values) => values.length === steps.length),
  ),
);

const runSchema = v.object({
  version: v.literal(2),
  run: count,
  checkpoint: checkpointSchema,
  metrics: metricsSchema,
});

const isVersion1 = (input: unknown): boolean => v.is(v.object({ version: v.literal(1) }), input);

const loadUpgrades = () => import("#/state/storedVersion1.ts");

/** Null when it is not there or cannot be read. */
export async function parseStoredExperiment(stored: unknown): Promise<StoredExperiment | null> {
  const input = isVersion1(stored) ? (await loadUpgrades()).upgradeExperiment(stored) : stored;
  const parsed = v.safeParse(experimentSchema, input);
  return parsed.success ? parsed.output : null;
}

export async function parseStoredRun(stored: unknown): Promise<StoredRun | null> {
  const input = isVersion1(stored) ? (await loadUpgrades()).upgradeRun(stored) : stored;
  const parsed = v.safeParse(runSchema, input);
  return parsed.success ? parsed.output : null;
}
