/** The draft against its data set: what the panel draws. Edits are checked by the store itself. */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { type ValidExperiment, validateExperiment } from "#/core/experiment/validate.ts";
import type { Fault } from "#/core/fault.ts";
import type { Result } from "#/core/result.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectDraft = (state: AppState) => state.draft;
const selectSets = (state: AppState) => state.dataSets;

/** Shapes and cost of an experiment; null until the manifest is here. */
export function checkExperiment(
  config: ExperimentConfig,
  sets: readonly DatasetEntry[],
): Result<ValidExperiment, Fault> | null {
  const entry = sets.find((set) => set.id === config.data.set);
  if (entry === undefined) return null;
  return validateExperiment(config, { shape: entry.shape, train: entry.counts.train });
}

/** The data set the draft asks for; null until the manifest is here. */
export function useDraftDataset(): DatasetEntry | null {
  const sets = useAppState(selectSets);
  const draft = useAppState(selectDraft);
  return sets.find((set) => set.id === draft.data.set) ?? null;
}
