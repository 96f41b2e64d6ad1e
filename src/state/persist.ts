/**
 * Keeps the experiment and its last checkpoint in the browser. One write of each kind at a time, the
 * newest state wins; where storage is denied it says so once and everything else goes on.
 */
import type { Fault } from "#/core/fault.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { StoredExperiment, StoredRun } from "#/state/stored.ts";
import type { AppState } from "#/state/types.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

export interface StoredSession {
  readonly experiment: StoredExperiment;
  /** Null: never trained, or stored anew since. "unreadable": there, but not to be read. */
  readonly run: StoredRun | "unreadable" | null;
}

export interface Persistence {
  /** Null on a first visit, and where storage is denied. */
  load(): Promise<StoredSession | null>;
  /** Writes it once the curves have come up to its step. */
  saveRun(checkpoint: Checkpoint): void;
  forget(): Promise<void>;
}

const experimentKey = "experiment";
const runKey = "run";

const storageDenied: Fault = {
  code: "storage-denied",
  message: "This browser keeps nothing for this page.",
  hint: "Keep the link from Share, or allow storage for this page.",
};

export function createPersistence(store: AppStore, { deps, metrics }: Parts): Persistence {
  const { storage } = deps;
  const waiting = new Map<string, () => unknown>();
  const writing = new Set<string>();
  let told = false;
  /** Ahead of the curves: they are reported a little later. */
  let pending: { readonly run: number; readonly checkpoint: Checkpoint } | null = null;
  /** Number of the run on screen, continuing the count of earlier visits. */
  let run = 0;

  function denied(): void {
    if (told) return;
    told = true;
    store.setState(({ fault }) => ({ fault: fault ?? storageDenied }));
  }

  async function write(key: string, value: () => unknown): Promise<void> {
    waiting.set(key, value);
    if (writing.has(key)) return;
    writing.add(key);
    for (let next = waiting.get(key); next !== undefined; next = waiting.get(key)) {
      waiting.delete(key);
      await storage.set(key, next()).catch(denied);
    }
    writing.delete(key);
  }

  function writePending(): void {
    if (pending === null) return;
    const { length, steps } = metrics.current;
    const reached = length === 0 ? 0 : (steps[length - 1] ?? 0);
    const { checkpoint } = pending;
    if (pending.run !== run || reached < checkpoint.step) return;
    pending = null;
    const curves = metrics.snapshot(checkpoint.step);
    void write(runKey, (): StoredRun => ({ version: 2, run, checkpoint, metrics: curves }));
  }

  metrics.subscribe(writePending);

  function experiment({ preset, built, draft, live }: AppState): StoredExperiment {
    return { version: 2, run, preset, built, draft, live };
  }

  store.subscribe((state, before) => {
    if (state.runId === 0) return;
    if (state.runId !== before.runId) run++;
    const changed =
      state.runId !== before.runId || state.draft !== before.draft || state.live !== before.live;
    if (changed) void write(experimentKey, () => experiment(store.getState()));
  });

  return {
    async load() {
      try {
        const kept = await storage.get(experimentKey);
        if (kept === undefined) return null;
        // A first visit reads nothing, and need not know how.
        const { parseStoredExperiment, parseStoredRun } = await import("#/state/stored.ts");
        const stored = await parseStoredExperiment(kept);
        if (stored === null) return null;
        run = stored.run;
        const found = await storage.get(runKey);
        if (found === undefined) return { experiment: stored, run: null };
        const parsed = await parseStoredRun(found);
        if (parsed === null) return { experiment: stored, run: "unreadable" };
        return { experiment: stored, run: parsed.run === stored.run ? parsed : null };
      } catch {
        denied();
        return null;
      }
    },
    saveRun(checkpoint) {
      pending = { run, checkpoint };
      writePending();
    },
    async forget() {
      waiting.clear();
      pending = null;
      await Promise.all([storage.delete(experimentKey), storage.delete(runKey)]).catch(denied);
    },
  };
}
