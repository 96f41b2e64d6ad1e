/**
 * Undo and redo as a value. Pushes under one key in a row count as one edit (the drag of a slider),
 * until `settle`. Knows nothing of experiments.
 */

export interface UndoHistory<T> {
  /** Oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** Next to redo first. */
  readonly future: readonly T[];
  /** What the last push was about; null when the next one must stand by itself. */
  readonly key: string | null;
}

/** Beyond these the oldest are forgotten. */
const DEPTH = 200;

export function startUndo<T>(present: T): UndoHistory<T> {
  return { past: [], present, future: [], key: null };
}

/** Makes `next` the present. A `key` equal to the last one's replaces it instead of adding a step. */
export function pushUndo<T>(history: UndoHistory<T>, next: T, key: string | null): UndoHistory<T> {
  const joins = key !== null && key === history.key;
  const past = joins ? history.past : [...history.past, history.present].slice(-DEPTH);
  return { past, present: next, future: [], key };
}

/** Ends a run of pushes under one key (pointer up, focus lost). */
export function settle<T>(history: UndoHistory<T>): UndoHistory<T> {
  return history.key === null ? history : { ...history, key: null };
}

export function undo<T>(history: UndoHistory<T>): UndoHistory<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    key: null,
  };
}

export function redo<T>(history: UndoHistory<T>): UndoHistory<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, key: null };
}
