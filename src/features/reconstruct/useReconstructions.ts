/**
 * What the Reconstruct tab shows of a choice of test images: originals and reconstructions, and, a
 * moment later, the spread over draws from each posterior. Both follow the model as it learns.
 */
import { useCallback } from "react";
import type { Fault } from "#/core/fault.ts";
import { useAppParts } from "#/state/context.tsx";
import type { DecodedAs, Pairs } from "#/state/partTypes.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

export const draws = 16;

/** ms between refreshes while the model learns. */
const pace = 1000;

export interface Reconstructions extends Pairs {
  readonly indices: readonly number[];
  readonly labels: Uint8Array;
}

/** Keep the identity while the question is the same. */
export interface ReconstructedFrom {
  readonly sampled: boolean;
  readonly as: DecodedAs;
}

export interface ReconstructAnswers {
  /** Of the choice on screen alone; null until they are here. */
  readonly images: Reconstructions | null;
  /** [count × D] */
  readonly spread: Float32Array | null;
  readonly fault: Fault | null;
}

/**
 * @param indices keep the identity while the choice is the same.
 * @param pixels values of one image; answers about another data set are dropped.
 */
export function useReconstructions(
  indices: readonly number[],
  from: ReconstructedFrom,
  runId: number,
  pixels: number,
): ReconstructAnswers {
  const { frames, inspector } = useAppParts();
  const version = usePacedTime(frames, pace);
  const askImages = useCallback(
    async (signal: AbortSignal) => ({
      indices,
      runId,
      ...(await inspector.reconstruct({ split: "test", indices }, from, signal)),
    }),
    [inspector, indices, from, runId],
  );
  const askSpread = useCallback(
    async (signal: AbortSignal) => ({
      indices,
      runId,
      spread: await inspector.posteriorSpread(indices, draws, from.as, signal),
    }),
    [inspector, indices, from, runId],
  );
  const some = indices.length > 0 && runId > 0;
  const images = useAnswer(some ? askImages : null, version);
  const spread = useAnswer(some ? askSpread : null, version);
  const fits = (value: { indices: readonly number[]; runId: number } | null): boolean =>
    value?.indices === indices && value.runId === runId;
  const length = indices.length * pixels;
  return {
    images: fits(images.value) && images.value?.originals.length === length ? images.value : null,
    spread:
      fits(spread.value) && spread.value?.spread.length === length ? spread.value.spread : null,
    fault: images.fault ?? spread.fault,
  };
}
