/** What the lane around it gives for fixed images and fixed z, asked again as it learns. */
import { useCallback, useMemo } from "react";
import type { Fault } from "#/core/fault.ts";
import { sampleLatents } from "#/core/latent/samples.ts";
import { type LaneOutputs, outputsOfImages, outputsOfLatents } from "#/state/lanes/outputs.ts";
import type { Lane } from "#/state/lanes/types.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectRun = (state: AppState) => state.runId;
const selectLatent = (state: AppState) => state.built.model.latent;

/** ms between questions while the lane learns. */
const pace = 1000;

export interface Wanted {
  /** Training images, the first so many. */
  readonly train: number;
  /** Test images, the first so many; 0 for none. */
  readonly test: number;
  /** Samples, of the hundred z that every lane decodes; 0 for none. */
  readonly samples: number;
  /** The same z for all lanes. */
  readonly seed: number;
}

export interface Outputs {
  readonly train: LaneOutputs;
  readonly test: LaneOutputs;
  /** [samples × D] */
  readonly samples: Float32Array;
}

/** @param wanted keep the identity while it is the same. */
export function useOutputs(
  { app }: Lane,
  wanted: Wanted,
): { readonly value: Outputs | null; readonly fault: Fault | null } {
  const version = usePacedTime(app.frames, pace);
  const runId = useAppState(selectRun);
  const latent = useAppState(selectLatent);
  const z = useMemo(
    () => sampleLatents(wanted.seed, latent).subarray(0, wanted.samples * latent),
    [wanted, latent],
  );
  const ask = useCallback(
    async (signal: AbortSignal) => ({
      runId,
      train: await outputsOfImages(app, "train", wanted.train, signal),
      test: await outputsOfImages(app, "test", wanted.test, signal),
      samples: await outputsOfLatents(app, z, wanted.samples, signal),
    }),
    [app, wanted, z, runId],
  );
  const { value, fault } = useAnswer(runId === 0 ? null : ask, version);
  const told = fault === null || fault.code === "not-ready" ? null : fault;
  return { value: value?.runId === runId ? value : null, fault: told };
}
