/** The test images whose codes lie nearest to a code, among those of the newest picture of the model. */
import { useCallback, useMemo } from "react";
import { nearestCodes } from "#/core/latent/nearest.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";

export const neighbours = 5;

export interface NearImage {
  readonly testIndex: number;
  readonly label: number;
  readonly distance: number;
}

export interface NearImages {
  readonly images: readonly NearImage[];
  /** Of `images`, [count × D]; null until they are here. */
  readonly pixels: Float32Array | null;
}

const selectVersion = (s: AppState) => s.frameVersion;

/** @param code [latent]; keep its identity while it is the same. */
export function useNeighbours(code: Float32Array | null): NearImages {
  const { frames, inspector } = useAppParts();
  const version = useAppState(selectVersion);
  const images = useMemo(() => {
    const points = version < 0 ? undefined : frames.list().at(-1)?.frame.points;
    if (points === undefined || code === null) return [];
    if (points.mean.length !== points.indices.length * code.length) return [];
    return nearestCodes(points.mean, code, neighbours).map(({ index, distance }): NearImage => ({
      testIndex: points.indices[index] ?? 0,
      label: points.labels[index] ?? 0,
      distance,
    }));
  }, [frames, code, version]);
  const key = images.map(({ testIndex }) => testIndex).join();
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const { pixels } = await inspector.originals("test", key.split(",").map(Number), signal);
      return { key, pixels };
    },
    [inspector, key],
  );
  const { value } = useAnswer(key === "" ? null : ask, 0);
  return { images, pixels: value?.key === key ? value.pixels : null };
}
