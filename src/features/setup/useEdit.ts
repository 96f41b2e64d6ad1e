/**
 * Edits of the experiment, refused in place when they could not be built: the one way by which this
 * panel changes anything.
 */
import { useCallback } from "react";
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { type ValidExperiment, validateExperiment } from "#/core/experiment/validate.ts";
import type { Fault } from "#/core/fault.ts";
import type { Result } from "#/core/result.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

export type Edit = (patch: ExperimentPatch) => Fault | null;

const selectDraft = (state: AppState) => state.draft;
const selectEdit = (state: AppState) => state.edit;
const selectSets = (state: AppState) => state.dataSets;

/** The experiment against its data set; null until the manifest is here. */
export function checkExperiment(
  config: ExperimentConfig,
  sets: readonly DatasetEntry[],
): Result<ValidExperiment, Fault> | null {
  const entry = sets.find((set) => set.id === config.data.set);
  if (entry === undefined) return null;
  return validateExperiment(config, { shape: entry.shape, train: entry.counts.train });
}

/** Why a patch must be refused, or null. A draft that is wrong already may be mended in steps. */
export function refusal(
  draft: ExperimentConfig,
  patch: ExperimentPatch,
  sets: readonly DatasetEntry[],
): Fault | null {
  const next = applyPatch(draft, patch);
  if (!next.ok) return next.error;
  const checked = checkExperiment(next.value, sets);
  if (checked === null || checked.ok) return null;
  return checkExperiment(draft, sets)?.ok === false ? null : checked.error;
}

/** Applies a patch to the draft, or returns the fault to show where it was made. */
export function useEdit(): Edit {
  const draft = useAppState(selectDraft);
  const edit = useAppState(selectEdit);
  const sets = useAppState(selectSets);
  return useCallback((patch) => refusal(draft, patch, sets) ?? edit(patch), [draft, edit, sets]);
}

/** The data set the draft asks for; null until the manifest is here. */
export function useDraftDataset(): DatasetEntry | null {
  const sets = useAppState(selectSets);
  const draft = useAppState(selectDraft);
  return sets.find((set) => set.id === draft.data.set) ?? null;
}
