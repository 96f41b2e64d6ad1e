/**
 * Undo over settings, and over runs: an entry remembers the draft and the run it stood beside. The
 * newest few runs that were left are kept whole, so that undoing a reset brings the model back.
 */
import {
  type UndoHistory,
  pushUndo,
  redo,
  settle,
  startUndo,
  undo,
} from "#/core/experiment/undo.ts";
import type { ExperimentConfig, LiveChange, PresetId } from "#/core/experiment/config.ts";
import type { MetricsColumns } from "#/state/metricsBuffer.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

export interface UndoEntry {
  readonly preset: PresetId;
  readonly draft: ExperimentConfig;
  /** What the run beside it was built from, should it no longer be kept. */
  readonly built: ExperimentConfig;
  /** Names the run: equal for entries that only edit settings. */
  readonly run: number;
}

export interface KeptRun {
  readonly live: readonly LiveChange[];
  readonly checkpoint: Checkpoint;
  readonly metrics: MetricsColumns;
}

export interface UndoStack {
  readonly present: UndoEntry;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Forgets everything before `entry`. */
  begin(entry: UndoEntry): void;
  /** `key` names what was edited: pushes under one key in quick succession are one entry. */
  push(entry: UndoEntry, key: string | null): void;
  undo(): UndoEntry;
  redo(): UndoEntry;
  keep(run: number, kept: KeptRun): void;
  kept(run: number): KeptRun | null;
}

/** Edits of one field further apart than this are undone one by one. */
const JOIN_MS = 1000;
/** A run of the first preset weighs 7.6 MB with its moments. */
const RUNS_KEPT = 3;

export function createUndoStack(first: UndoEntry, now: () => number): UndoStack {
  let history: UndoHistory<UndoEntry> = startUndo(first);
  let pushedAt = -Infinity;
  const runs = new Map<number, KeptRun>();

  return {
    get present() {
      return history.present;
    },
    get canUndo() {
      return history.past.length > 0;
    },
    get canRedo() {
      return history.future.length > 0;
    },
    begin(entry) {
      history = startUndo(entry);
      runs.clear();
    },
    push(entry, key) {
      const at = now();
      const base = at - pushedAt > JOIN_MS ? settle(history) : history;
      pushedAt = at;
      history = pushUndo(base, entry, key);
    },
    undo() {
      history = undo(history);
      return history.present;
    },
    redo() {
      history = redo(history);
      return history.present;
    },
    keep(run, kept) {
      runs.delete(run);
      runs.set(run, kept);
      const [oldest] = runs.keys();
      if (runs.size > RUNS_KEPT && oldest !== undefined) runs.delete(oldest);
    },
    kept: (run) => runs.get(run) ?? null,
  };
}
