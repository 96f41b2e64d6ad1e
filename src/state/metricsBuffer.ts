/**
 * The curves of the run on screen and of the one before it, in growing typed arrays: every recorded
 * step is kept. Charts thin them (core/metrics/downsample.ts); nothing here enters React state.
 */
import type { MetricsBatch } from "#/worker/protocol/run.ts";
import type { MetricsBuffer, MetricsView } from "#/state/partTypes.ts";

/** Columns of numbers, one a recorded step; their meaning is `MetricsView`'s. */
export const figureColumns = [
  "reconstruction",
  "kl",
  "total",
  "lossReconstruction",
  "lossKl",
  "lossTotal",
  "beta",
  "learningRate",
] as const;

type Figures = Readonly<Record<(typeof figureColumns)[number], Float32Array>>;

interface StepColumns extends Figures {
  readonly steps: Uint32Array;
  readonly imagesSeen: Float64Array;
}

/** A run's curves as plain data, for storage. Columns of equal length. */
export interface MetricsColumns extends StepColumns {
  readonly test: MetricsView["test"];
  readonly validation: MetricsView["validation"];
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

interface Columns extends StepColumns {
  length: number;
  test: MetricsView["test"];
  validation: MetricsView["validation"];
}

const FIRST_CAPACITY = 1024;

function eachFigure(column: (name: keyof Figures) => Float32Array): Figures {
  return {
    reconstruction: column("reconstruction"),
    kl: column("kl"),
    total: column("total"),
    lossReconstruction: column("lossReconstruction"),
    lossKl: column("lossKl"),
    lossTotal: column("lossTotal"),
    beta: column("beta"),
    learningRate: column("learningRate"),
  };
}

function allocate(capacity: number): Columns {
  return {
    length: 0,
    steps: new Uint32Array(capacity),
    imagesSeen: new Float64Array(capacity),
    ...eachFigure(() => new Float32Array(capacity)),
    test: [],
    validation: [],
  };
}

function write(columns: Columns, from: StepColumns): void {
  const at = columns.length;
  columns.steps.set(from.steps, at);
  columns.imagesSeen.set(from.imagesSeen, at);
  for (const name of figureColumns) columns[name].set(from[name], at);
  columns.length = at + from.steps.length;
}

function copy(columns: Columns, length = columns.length): MetricsColumns {
  return {
    steps: columns.steps.slice(0, length),
    imagesSeen: columns.imagesSeen.slice(0, length),
    ...eachFigure((name) => columns[name].slice(0, length)),
    test: columns.test,
    validation: columns.validation,
  };
}

function withRoomFor(columns: Columns, more: number): Columns {
  const needed = columns.length + more;
  if (needed <= columns.steps.length) return columns;
  const grown = allocate(Math.max(needed, 2 * columns.steps.length));
  write(grown, copy(columns));
  grown.test = columns.test;
  grown.validation = columns.validation;
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

interface AtStep {
  readonly step: number;
}

function through<T extends AtStep>(points: readonly T[], step: number): readonly T[] {
  return points.filter((point) => point.step <= step);
}

/** New points replace whatever stood at or after the first of them. */
function joined<T extends AtStep>(points: readonly T[], added: readonly T[]): readonly T[] {
  const [first] = added;
  return first === undefined ? points : [...through(points, first.step - 1), ...added];
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
    columns.test = through(columns.test, step);
    columns.validation = through(columns.validation, step);
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
      columns.test = joined(
        columns.test,
        batch.test.map(({ step, terms }) => ({ step, imagesSeen: imagesSeenAt(step), ...terms })),
      );
      columns.validation = joined(
        columns.validation,
        batch.validation.map((point) => ({ ...point, imagesSeen: imagesSeenAt(point.step) })),
      );
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
      columns.validation = stored.validation;
      changed();
    },
    snapshot(step = Infinity) {
      const stored = copy(columns, countThrough(columns, step));
      const { test, validation } = stored;
      return { ...stored, test: through(test, step), validation: through(validation, step) };
    },
  };
}
