/** The draft against its data set: what the panel draws. Edits are checked by the store itself. */
import { type Advice, adviceFor } from "#/core/experiment/advice.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { DatasetEntry } from "#/core/data/manifest.ts";
import { preparedShape } from "#/core/data/prepared.ts";
import {
  type DatasetFacts,
  type ValidExperiment,
  validateExperiment,
} from "#/core/experiment/validate.ts";
import type { Fault } from "#/core/fault.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { Result } from "#/core/result.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectDraft = (state: AppState) => state.draft;
const selectSets = (state: AppState) => state.dataSets;

export function factsOf({ shape, counts, classes }: DatasetEntry): DatasetFacts {
  return { shape, train: counts.train, classes };
}

/** Shapes and cost of an experiment; null until the manifest is here. */
export function checkExperiment(
  config: ExperimentConfig,
  sets: readonly DatasetEntry[],
): Result<ValidExperiment, Fault> | null {
  const entry = sets.find((set) => set.id === config.data.set);
  return entry === undefined ? null : validateExperiment(config, factsOf(entry));
}

/** The data set the draft asks for; null until the manifest is here. */
export function useDraftDataset(): DatasetEntry | null {
  const sets = useAppState(selectSets);
  const draft = useAppState(selectDraft);
  return sets.find((set) => set.id === draft.data.set) ?? null;
}

/** The image as the draft's network would see it; null until the manifest is here. */
export function useDraftImage(): ImageShape | null {
  const draft = useAppState(selectDraft);
  const entry = useDraftDataset();
  return entry === null ? null : preparedShape(entry.shape, draft.data);
}

/** What is unwise about the draft, the gravest first; nothing until the manifest is here. */
export function useAdvice(): readonly Advice[] {
  const draft = useAppState(selectDraft);
  const entry = useDraftDataset();
  return entry === null ? [] : adviceFor(draft, factsOf(entry));
}

/** Steps of the whole plan of an experiment on so many training images. */
export function plannedSteps({ data, training }: ExperimentConfig, train: number): number {
  const images = Math.min(train, data.trainLimit ?? train);
  const { batch, epochs, lastBatch } = training;
  return epochs * (lastBatch === "keep" ? Math.ceil(images / batch) : Math.floor(images / batch));
}
