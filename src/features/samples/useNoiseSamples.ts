/** The hundred pictures decoded from encoded noise, asked again as the model learns. */
import { useCallback } from "react";
import type { Fault } from "#/core/fault.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectRun = (state: AppState) => state.runId;

/** ms between questions: each encodes and decodes a hundred images. */
const pace = 1000;

export interface NoiseSamples {
  /** Of this seed and run alone; null until they are here. */
  readonly value: { readonly pixels: Uint8Array; readonly z: Float32Array } | null;
  readonly fault: Fault | null;
}

export function useNoiseSamples(
  seed: number,
  [height, width, channels]: readonly [number, number, number],
): NoiseSamples {
  const { frames, inspector } = useAppParts();
  const version = usePacedTime(frames, pace);
  const runId = useAppState(selectRun);
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const { images, z } = await inspector.noiseSamples(seed, signal);
      return { seed, runId, z, pixels: Uint8Array.from(images, (x) => Math.round(255 * x)) };
    },
    [inspector, seed, runId],
  );
  const { value, fault } = useAnswer(runId === 0 ? null : ask, version);
  const length = 100 * height * width * channels;
  const fits = value?.seed === seed && value.runId === runId && value.pixels.length === length;
  return { value: fits ? value : null, fault };
}
