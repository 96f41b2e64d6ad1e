/**
 * The pictures along the path: what the decoder makes of each place, and, where the two stops around
 * it are images, the average of those, pixel by pixel.
 */
import { useCallback, useMemo } from "react";
import { asDrawn } from "#/core/data/asDrawn.ts";
import { crossFade } from "#/core/data/crossFade.ts";
import type { Fault } from "#/core/fault.ts";
import { framePositions, placeAlong, resamplePath } from "#/core/latent/paths.ts";
import type { Figure } from "#/core/objective/display.ts";
import { useAppParts, useAppState, type AppHandle } from "#/state/context.tsx";
import { inFigure } from "#/state/pairs.ts";
import { knownStops } from "#/state/tools/path.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { PathStop } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";
import { useVersion } from "#/ui/useVersion.ts";

export interface Film {
  /** 0 … 1, ascending. */
  readonly positions: readonly number[];
  /** As displayed, [positions × D]. */
  readonly images: Float32Array;
  readonly figure: Figure | null;
}

/** ms between strips while the model learns. */
const pace = 400;

const selectPath = (s: AppState) => toolsOf(s).path;
const selectLabel = (s: AppState) => s.label;
const selectRun = (s: AppState) => s.runId;

async function askFilm(app: AppHandle, signal: AbortSignal): Promise<Film | null> {
  const { path } = toolsOf(app.store.getState());
  const stops = knownStops(path, app.store.getState().z.length);
  if (stops.length < 2 || stops.length < path.stops.length) return null;
  const positions = framePositions(stops.length, path.between);
  const z = resamplePath(stops, path.curve, positions);
  const { images, figure } = await app.inspector.decode(z, positions.length, { signal });
  return { positions, images, figure };
}

/** Null until it is there, and while the path has fewer than two stops. */
export function useFilm(): { readonly film: Film | null; readonly fault: Fault | null } {
  const app = useAppParts();
  const { stops, curve, between } = useAppState(selectPath);
  const label = useAppState(selectLabel);
  const runId = useAppState(selectRun);
  const time = usePacedTime(app.frames, pace);
  const question = useMemo(
    () => ({ stops, curve, between, label }),
    [stops, curve, between, label],
  );
  const version = useVersion(question);
  const ask = useCallback(
    async (signal: AbortSignal) => ({ film: await askFilm(app, signal), runId }),
    [app, runId],
  );
  const laid = stops.length > 1 && runId > 0;
  const { value, fault } = useAnswer(laid ? ask : null, version + time);
  return { film: laid && value?.runId === runId ? value.film : null, fault };
}

/** Pictures of the stops that are images, by their ids; null for places, and until they are here. */
export type Originals = ReadonlyMap<number, Float32Array>;

export function useOriginals(stops: readonly PathStop[]): Originals {
  const { inspector, store } = useAppParts();
  const key = stops
    .map(({ id, of }) => (of.kind === "test" ? `${String(id)}:${String(of.index)}` : ""))
    .filter((name) => name !== "")
    .join();
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const wanted = key.split(",").map((name) => name.split(":").map(Number));
      const indices = wanted.map(([, index]) => index ?? 0);
      const { pixels } = await inspector.originals("test", indices, signal);
      const length = pixels.length / indices.length;
      return new Map(
        wanted.map(([id], i) => [id ?? 0, pixels.subarray(i * length, (i + 1) * length)]),
      );
    },
    [inspector, key],
  );
  const { value } = useAnswer(key === "" ? null : ask, 0);
  return useMemo(() => {
    const { pixels: mode } = store.getState().built.data;
    const all = new Map<number, Float32Array>();
    for (const { id, of } of stops) {
      const found = of.kind === "own" ? asDrawn(mode, of.pixels) : value?.get(id);
      if (of.kind !== "place" && found !== undefined) all.set(id, found);
    }
    return all;
  }, [stops, value, store]);
}

/** The pixel average at each position; null where a neighbouring stop is no image. */
export function fades(
  film: Film,
  stops: readonly PathStop[],
  originals: Originals,
): (Float32Array | null)[] {
  return film.positions.map((at) => {
    const { segment, share } = placeAlong(stops.length, at);
    const picture = (place: number) => originals.get(stops[place]?.id ?? -1);
    const [a, b] = [picture(segment), picture(segment + 1)];
    if (a === undefined || b === undefined || a.length !== b.length) return null;
    return inFigure(crossFade(a, b, share), film.figure);
  });
}
