/**
 * The curves of the run on screen and of the one before it, in growing typed arrays: every recorded
 * step is kept. Charts thin them (core/metrics/downsample.ts); nothing here enters React state.
 */
import type { MetricsBatch } from "#/worker/protocol/messages.ts";
import type { MetricsBuffer, MetricsView } from "#/state/types.ts";

/** A run's curves as plain data, for storage. Columns of equal length. */
export interface MetricsColumns {
  readonly steps: Uint32Array;
  readonly imagesSeen: Float64Array;
  readonly reconstruction: Float32Array;
  readonly kl: Float32Array;
  readonly beta: Float32Array;
  readonly learningRate: Float32Array;
  readonly test: MetricsView["test"];
}

export interface WritableMetrics extends MetricsBuffer {
  /** Adds a batch; steps at or past its first one are recorded anew. */
  append(batch: MetricsBatch): void;
  /** Forgets what came after `step`. */
  truncate(step: number): void;
  /** Starts a new run; the current curves become the ghost if they are not empty. */
  begin(): void;
  /** Takes up stored curves as the current run's. */
  restore(columns: MetricsColumns): void;
  /** A copy of the current run's curves, up to `step` where one is given. */
  snapshot(step?: number): MetricsColumns;
}

interface Columns {
  length: number;
  steps: Uint32Array;
  imagesSeen: Float64Array;
  reconstruction: Float32Array;
  kl: Float32Array;
  beta: Float32Array;
  learningRate: Float32Array;
  test: MetricsView["test"];
}

const FIRST_CAPACITY = 1024;

function allocate(capacity: number): Columns {
  return {
    length: 0,
    steps: new Uint32Array(capacity),
    imagesSeen: new Float64Array(capacity),
    reconstruction: new Float32Array(capacity),
    kl: new Float32Array(capacity),
    beta: new Float32Array(capacity),
    learningRate: new Float32Array(capacity),
    test: [],
  };
}

function write(columns: Columns, from: Omit<MetricsColumns, "test">): void {
  const at = columns.length;
  columns.steps.set(from.steps, at);
  columns.imagesSeen.set(from.imagesSeen, at);
  columns.reconstruction.set(from.reconstruction, at);
  columns.kl.set(from.kl, at);
  columns.beta.set(from.beta, at);
  columns.learningRate.set(from.learningRate, at);
  columns.length = at + from.steps.length;
}

function copy(columns: Columns, length = columns.length): MetricsColumns {
  return {
    steps: columns.steps.slice(0, length),
    imagesSeen: columns.imagesSeen.slice(0, length),
    reconstruction: columns.reconstruction.slice(0, length),
    kl: columns.kl.slice(0, length),
    beta: columns.beta.slice(0, length),
    learningRate: columns.learningRate.slice(0, length),
    test: columns.test,
  };
}

function withRoomFor(columns: Columns, more: number): Columns {
  const needed = columns.length + more;
  if (needed <= columns.steps.length) return columns;
  const grown = allocate(Math.max(needed, 2 * columns.steps.length));
  write(grown, copy(columns));
  grown.test = columns.test;
  return grown;
}

/** How many entries are at or before `step`; steps ascend. */
function countThrough({ steps, length }: Columns, step: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle] ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function createMetricsBuffer(): WritableMetrics {
  const listeners = new Set<() => void>();
  let columns = allocate(FIRST_CAPACITY);
  let current: MetricsView = { ...columns };
  let ghost: MetricsView | null = null;
  let version = 0;

  function changed(): void {
    current = { ...columns };
    version++;
    for (const listener of [...listeners]) listener();
  }

  function cut(step: number): void {
    columns.length = countThrough(columns, step);
    columns.test = columns.test.filter((point) => point.step <= step);
  }

  function imagesSeenAt(step: number): number {
    const at = countThrough(columns, step) - 1;
    if (at < 0) return 0;
    const seen = columns.imagesSeen[at] ?? 0;
    const stepAt = columns.steps[at] ?? 0;
    return stepAt === 0 ? seen : seen * (step / stepAt);
  }

  return {
    get current() {
      return current;
    },
    get ghost() {
      return ghost;
    },
    get version() {
      return version;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    append(batch) {
      const [first] = batch.steps;
      if (first !== undefined) cut(first - 1);
      columns = withRoomFor(columns, batch.steps.length);
      write(columns, batch);
      const added = batch.test.map(({ step, terms }) => ({
        step,
        imagesSeen: imagesSeenAt(step),
        ...terms,
      }));
      const earliest = added[0]?.step ?? Infinity;
      columns.test = [...columns.test.filter((point) => point.step < earliest), ...added];
      changed();
    },
    truncate(step) {
      cut(step);
      changed();
    },
    begin() {
      if (columns.length > 0) ghost = { ...columns };
      columns = allocate(FIRST_CAPACITY);
      changed();
    },
    restore(stored) {
      columns = allocate(Math.max(FIRST_CAPACITY, stored.steps.length));
      write(columns, stored);
      columns.test = stored.test;
      changed();
    },
    snapshot(step = Infinity) {
      const stored = copy(columns, countThrough(columns, step));
      return { ...stored, test: stored.test.filter((point) => point.step <= step) };
    },
  };
}
