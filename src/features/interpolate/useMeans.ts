/** The two groups on the points in sight: how many, their mean picture, and what their mean code decodes to. */
import { useCallback, useMemo } from "react";
import { meanPicture } from "#/core/data/crossFade.ts";
import type { Direction } from "#/core/latent/directions.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { rowsOf, selectedMeans, type SelectedMeans } from "#/state/tools/selections.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { Side } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";
import type { EncodedPoints } from "#/worker/protocol/preview.ts";

/** Averaged for a mean picture at most: more would not change it to the eye. */
export const mostPictures = 200;

/** ms between measurements while the model learns. */
const pace = 500;

export interface Group {
  readonly count: number;
  /** [D]; null for nobody, and until it is here. */
  readonly picture: Float32Array | null;
  readonly decoded: Float32Array | null;
}

export interface Means {
  readonly groups: Readonly<Record<Side, Group>>;
  readonly direction: Direction | null;
}

const selectSelections = (s: AppState) => toolsOf(s).selections;
const selectLatent = (s: AppState) => s.z.length;
const selectLabel = (s: AppState) => s.label;

const nobody: SelectedMeans = { a: null, b: null, direction: null };

export function useMeans(): Means {
  const { frames } = useAppParts();
  const selections = useAppState(selectSelections);
  const latent = useAppState(selectLatent);
  const time = usePacedTime(frames, pace);
  const points = frames.shown()?.points ?? null;
  const means = useMemo(
    () => (points === null ? nobody : selectedMeans(points, selections, latent)),
    [points, selections, latent],
  );
  const indicesOf = (side: Side): readonly number[] =>
    points === null ? [] : rowsOf(points, selections[side]).map((row) => points.indices[row] ?? 0);
  const [a, b] = [indicesOf("a"), indicesOf("b")];
  return {
    direction: means.direction,
    groups: {
      a: {
        count: a.length,
        picture: useMeanPicture(a),
        decoded: useDecoded(means.a, points, time),
      },
      b: {
        count: b.length,
        picture: useMeanPicture(b),
        decoded: useDecoded(means.b, points, time),
      },
    },
  };
}

function useMeanPicture(indices: readonly number[]): Float32Array | null {
  const { inspector } = useAppParts();
  const key = indices.slice(0, mostPictures).join();
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const wanted = key.split(",").map(Number);
      const { pixels } = await inspector.originals("test", wanted, signal);
      return { key, picture: meanPicture(pixels, wanted.length) };
    },
    [inspector, key],
  );
  const { value } = useAnswer(key === "" ? null : ask, 0);
  return value?.key === key ? value.picture : null;
}

function useDecoded(
  mean: Float64Array | null,
  points: EncodedPoints | null,
  time: number,
): Float32Array | null {
  const { inspector } = useAppParts();
  const label = useAppState(selectLabel);
  const ask = useCallback(
    async (signal: AbortSignal) => {
      if (mean === null) return null;
      const labels = Uint8Array.of(label);
      return (await inspector.decode(Float32Array.from(mean), 1, { labels, signal })).images;
    },
    [inspector, mean, label],
  );
  const { value } = useAnswer(mean === null || points === null ? null : ask, time);
  return mean === null ? null : value;
}
