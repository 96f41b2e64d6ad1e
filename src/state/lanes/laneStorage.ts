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
  /** Forgets what is kept, and lets another lane have the place. */
  release(): Promise<void>;
}

export interface LaneStorage {
  /** An empty place. */
  claim(): Promise<LaneSlot>;
  /** The place that holds a run of this very experiment; null where there is none. */
  find(lane: LinkLane): Promise<LaneSlot | null>;
}

const nothing: KeyValueStore = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
};

/** For benches and lessons, which begin anew each time. */
export const noStorage: LaneStorage = {
  claim: () => Promise.resolve({ storage: nothing, release: () => Promise.resolve() }),
  find: () => Promise.resolve(null),
};

/** As persist.ts names them. */
const kept = ["experiment", "run"] as const;

export function slotStorage(storage: KeyValueStore): LaneStorage {
  const taken = new Set<number>();

  function open(slot: number): LaneSlot {
    taken.add(slot);
    const inSlot = (key: string) => `lane-${String(slot)}/${key}`;
    const own: KeyValueStore = {
      get: (key) => storage.get(inSlot(key)),
      set: (key, value) => (taken.has(slot) ? storage.set(inSlot(key), value) : Promise.resolve()),
      delete: (key) => storage.delete(inSlot(key)),
    };
    return {
      storage: own,
      async release() {
        taken.delete(slot);
        await forget(own);
      },
    };
  }

  return {
    async claim() {
      let slot = 1;
      while (taken.has(slot)) slot++;
      const claimed = open(slot);
      await forget(claimed.storage);
      return claimed;
    },
    async find(lane) {
      for (const slot of [1, 2, 3]) {
        if (taken.has(slot)) continue;
        const found = open(slot);
        const experiment = await found.storage
          .get("experiment")
          .then(parseStoredExperiment)
          .catch(() => null);
        if (
          experiment !== null &&
          textOf({ ...experiment, config: experiment.built }) === textOf(lane)
        ) {
          return found;
        }
        taken.delete(slot);
      }
      return null;
    },
  };
}

/** Where storage is denied there is nothing to forget. */
async function forget(storage: KeyValueStore): Promise<void> {
  await Promise.all(kept.map((key) => storage.delete(key))).catch(() => undefined);
}

function textOf({ preset, config, live }: LinkLane): string {
  return encodeUrl({ preset, config, live });
}
