/**
 * Where a lane keeps its run between visits: nowhere, or under a number of its own beside the page's.
 * What is kept there is what persist.ts keeps of the page; which lane it was, its experiment tells.
 */
import { encodeUrl } from "#/core/experiment/url.ts";
import type { LinkLane } from "#/core/experiment/linkLanes.ts";
import type { KeyValueStore } from "#/state/deps.ts";
import { parseStoredExperiment } from "#/state/stored.ts";

/** One place a lane may use. */
export interface LaneSlot {
  readonly storage: KeyValueStore;
  /** Notes from which step of another run the one kept here went on; null for none. Never rejects. */
  keepOrigin(step: number | null): Promise<void>;
  /** Forgets what is kept, and then lets another lane have the place; once, however often it is called. */
  release(): Promise<void>;
}

export interface LaneStorage {
  /** An empty place. */
  claim(): Promise<LaneSlot>;
  /** A place nobody holds that has a run of this very experiment; null where there is none. */
  find(lane: LinkLane): Promise<LaneSlot | null>;
}

const nothing: KeyValueStore = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
};

/** For benches and lessons, which begin anew each time. */
export const noStorage: LaneStorage = {
  claim: () =>
    Promise.resolve({
      storage: nothing,
      keepOrigin: () => Promise.resolve(),
      release: () => Promise.resolve(),
    }),
  find: () => Promise.resolve(null),
};

/** As persist.ts names them, and the step that the run went on from. */
const kept = ["experiment", "run", "origin"] as const;

/** As many as there are lanes beside the page's own run. */
const places = [1, 2, 3] as const;

/**
 * A place is held by one lane at a time, from `claim` or `find` until its `release` has emptied it;
 * who has let it go writes there no more.
 */
export function slotStorage(storage: KeyValueStore): LaneStorage {
  const held = new Set<number>();
  const leaving = new Set<Promise<void>>();

  function hold(place: number): LaneSlot {
    held.add(place);
    const inPlace = (key: string) => `lane-${String(place)}/${key}`;
    const writing = new Set<Promise<void>>();
    let left: Promise<void> | null = null;

    function write(task: () => Promise<void>): Promise<void> {
      if (left !== null) return Promise.resolve();
      const written = task().finally(() => writing.delete(written));
      writing.add(written);
      return written;
    }

    async function leave(): Promise<void> {
      await Promise.allSettled(writing);
      // Where storage is denied there is nothing to forget.
      await Promise.allSettled(kept.map((key) => storage.delete(inPlace(key))));
      held.delete(place);
    }

    const own: KeyValueStore = {
      get: (key) => storage.get(inPlace(key)),
      set: (key, value) => write(() => storage.set(inPlace(key), value)),
      delete: (key) => write(() => storage.delete(inPlace(key))),
    };
    return {
      storage: own,
      async keepOrigin(step) {
        const noted = step === null ? own.delete("origin") : own.set("origin", step);
        // Where storage is denied, persist.ts has said so.
        await noted.catch(() => undefined);
      },
      release() {
        if (left === null) {
          const task = leave().finally(() => leaving.delete(task));
          left = task;
          leaving.add(task);
        }
        return left;
      },
    };
  }

  return {
    async claim() {
      // A place that is being emptied is free in a moment.
      await Promise.all(leaving);
      const free = places.find((place) => !held.has(place));
      if (free === undefined) throw new Error("laneStorage: there are as many places as lanes");
      const claimed = hold(free);
      await Promise.allSettled(kept.map((key) => claimed.storage.delete(key)));
      return claimed;
    },
    async find(lane) {
      await Promise.all(leaving);
      for (const place of places) {
        if (held.has(place)) continue;
        // Held while it is read, so that nobody else takes it meanwhile.
        const found = hold(place);
        if (await holdsRunOf(found.storage, lane)) return found;
        held.delete(place);
      }
      return null;
    },
  };
}

/** Whether what is kept there is a run of this very experiment, gone on from the same step if from any. */
async function holdsRunOf(storage: KeyValueStore, lane: LinkLane): Promise<boolean> {
  const experiment = await storage
    .get("experiment")
    .then(parseStoredExperiment)
    .catch(() => null);
  if (experiment === null) return false;
  const origin = await storage.get("origin").catch(() => undefined);
  if (origin !== lane.goesOn) return false;
  return textOf({ ...experiment, config: experiment.built }) === textOf(lane);
}

function textOf({ preset, config, live }: LinkLane): string {
  return encodeUrl({ preset, config, live });
}
