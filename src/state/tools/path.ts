/** What one can do to the path. A position on it is where the handle goes. */
import { pathPoint, type PathCurve } from "#/core/latent/paths.ts";
import type { AppHandle } from "#/state/context.tsx";
import { setTools, toolsOf } from "#/state/tools/tools.ts";
import type { LatentPath, PathStop, StopOf } from "#/state/tools/types.ts";

type Store = Pick<AppHandle, "store">;

/** More would not be told apart on the plane. */
export const mostStops = 8;
export const mostBetween = 15;

const pathOf = ({ store }: Store): LatentPath => toolsOf(store.getState()).path;

function setPath(app: Store, change: Partial<LatentPath>): void {
  setTools(app, { path: { ...pathOf(app), ...change } });
}

/** z of the stops that are known in this latent space; a path goes through two or more. */
export function knownStops(
  { stops }: Pick<LatentPath, "stops">,
  latent: number,
): (readonly number[])[] {
  return stops.flatMap(({ z }) => (z?.length === latent ? [z] : []));
}

/** At its end; the oldest stops go where there is no room. */
export function addStops(app: Store, added: readonly StopOf[]): void {
  const { stops } = pathOf(app);
  let id = stops.reduce((most, stop) => Math.max(most, stop.id), 0);
  const fresh = added.map((of): PathStop => ({
    id: ++id,
    of,
    z: of.kind === "place" ? of.z : null,
  }));
  setPath(app, { stops: [...stops, ...fresh].slice(-mostStops), at: 0 });
}

export function removeStop(app: Store, id: number): void {
  setPath(app, { stops: pathOf(app).stops.filter((stop) => stop.id !== id), playing: false });
}

export function clearPath(app: Store): void {
  setPath(app, { stops: [], at: 0, playing: false });
}

export function reversePath(app: Store): void {
  const { stops, at } = pathOf(app);
  setPath(app, { stops: [...stops].reverse(), at: 1 - at });
}

/** Takes a stop elsewhere: what stood for an image is then a place. */
export function moveStop(app: Store, id: number, z: readonly number[]): void {
  setPath(app, {
    stops: pathOf(app).stops.map((stop) =>
      stop.id === id ? { ...stop, of: { kind: "place", z }, z } : stop,
    ),
  });
}

/** The encoder's answers, by the stops' ids. Stops that have become something else keep. */
export function placeStops(
  app: Store,
  found: readonly { readonly of: StopOf; readonly z: readonly number[] }[],
): void {
  const { stops } = pathOf(app);
  const placed = stops.map((stop) => {
    const answer = found.find(({ of }) => of === stop.of);
    return answer === undefined || sameVector(answer.z, stop.z) ? stop : { ...stop, z: answer.z };
  });
  if (placed.some((stop, i) => stop !== stops[i])) setPath(app, { stops: placed });
}

function sameVector(a: readonly number[], b: readonly number[] | null): boolean {
  return a.length === b?.length && a.every((value, j) => value === b[j]);
}

export function setCurve(app: Store, curve: PathCurve): void {
  setPath(app, { curve });
}

export function setBetween(app: Store, between: number): void {
  setPath(app, { between: Math.min(Math.max(Math.round(between), 0), mostBetween) });
}

export function setPlaying(app: Store, playing: boolean): void {
  setPath(app, { playing });
}

/** Goes to a position and brings the handle, so that every view shows it. */
export function goTo(app: Store, at: number): void {
  const path = pathOf(app);
  const stops = knownStops(path, app.store.getState().z.length);
  const within = Math.min(Math.max(at, 0), 1);
  setPath(app, { at: within });
  if (stops.length === path.stops.length && stops.length > 0) {
    app.store.getState().setZ(pathPoint(stops, path.curve, within), "hand");
  }
}
