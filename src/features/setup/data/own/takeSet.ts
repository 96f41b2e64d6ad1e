/** What an experiment changes to train on an imported set, and whether its layers can take it. */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import { patched } from "#/state/patching.ts";
import { dataSetPatch } from "#/features/setup/data/dataSetPatch.ts";

export interface SetTaking {
  readonly patch: ExperimentPatch;
  /** Null where the batch can stay. */
  readonly batch: { readonly from: number; readonly to: number } | null;
  /** Why the layers cannot take the images as stored; null where they can. */
  readonly refused: Fault | null;
}

export function takeSet(
  draft: ExperimentConfig,
  sets: readonly DatasetEntry[],
  entry: DatasetEntry,
): SetTaking {
  const from = sets.find(({ id }) => id === draft.data.set) ?? null;
  const patch = dataSetPatch(draft, from, entry);
  const fitted = fitBatch(draft, entry);
  const whole: ExperimentPatch = {
    ...patch,
    data: { ...patch.data, size: "stored" },
    ...(fitted === null ? {} : { training: { batch: fitted.to } }),
  };
  const next = patched(draft, whole, sets);
  return { patch: whole, batch: fitted, refused: next.ok ? null : next.error };
}

/** The same for a preset's experiment, whose layers are as it brings them. */
export function presetPatch(preset: ExperimentConfig, entry: DatasetEntry): ExperimentPatch {
  const fitted = fitBatch(preset, entry);
  return {
    data: { set: entry.id, size: "stored" },
    ...(fitted === null ? {} : { training: { batch: fitted.to } }),
  };
}

/** A set of thirty images has no batch of 128. */
function fitBatch({ data, training }: ExperimentConfig, entry: DatasetEntry): SetTaking["batch"] {
  const images = Math.min(entry.counts.train, data.trainLimit ?? entry.counts.train);
  return training.batch > images ? { from: training.batch, to: images } : null;
}
