/**
 * One data set that is open, for all who use it: told of its progress and of its faults, and closed
 * when the last of them has gone. Knows nothing of manifests or training.
 */
import type { Fault } from "#/core/fault.ts";
import type { Dataset, DatasetProgress } from "#/data/openDataset.ts";
import type { Clock } from "#/worker/host/clock.ts";
import type { DatasetSummary } from "#/worker/protocol/run.ts";

export interface DatasetUser {
  /** At most ten a second, but for a chunk that ended. */
  changed(summary: DatasetSummary): void;
  /** Once for each file that fails, and again if it fails again after a retry. */
  failed(fault: Fault): void;
}

/** A set in one user's hands; disposed when that one needs it no more. */
export interface DatasetUse extends Disposable {
  readonly dataset: Dataset;
  summary(): DatasetSummary;
}

const reportMs = 100;

export class OpenSet {
  readonly dataset: Dataset;
  readonly #clock: Clock;
  readonly #closed: () => void;
  readonly #users = new Set<DatasetUser>();
  #announced: readonly Fault[] = [];
  #reportedAt = -Infinity;
  #endedChunks = 0;

  /**
   * @param open opens the set, which tells its progress.
   * @param closed called when the last user has gone.
   */
  constructor(
    open: (progressed: (progress: DatasetProgress) => void) => Dataset,
    clock: Clock,
    closed: () => void,
  ) {
    this.#clock = clock;
    this.#closed = closed;
    this.dataset = open((progress) => {
      this.#progressed(progress);
    });
  }

  use(user: DatasetUser): DatasetUse {
    this.#users.add(user);
    return {
      dataset: this.dataset,
      summary: () => this.summary(),
      [Symbol.dispose]: () => {
        if (!this.#users.delete(user) || this.#users.size > 0) return;
        this.dataset[Symbol.dispose]();
        this.#closed();
      },
    };
  }

  summary(): DatasetSummary {
    const { entry, progress } = this.dataset;
    return {
      id: entry.id,
      train: entry.counts.train,
      test: entry.counts.test,
      shape: entry.shape,
      classes: entry.classes,
      loadedChunks: progress.loadedChunks,
      totalChunks: progress.totalChunks,
      loadedImages: progress.loadedImages,
      loadedBytes: progress.loadedBytes,
      totalBytes: progress.totalBytes,
      failed: progress.failed.map(fileOf),
    };
  }

  #progressed({ failed, loadedChunks }: DatasetProgress): void {
    const fresh = failed.filter((fault) => !this.#announced.includes(fault));
    this.#announced = failed;
    for (const fault of fresh) for (const user of [...this.#users]) user.failed(fault);
    const now = this.#clock.now();
    const ended = loadedChunks + failed.length;
    if (ended === this.#endedChunks && now - this.#reportedAt < reportMs) return;
    this.#endedChunks = ended;
    this.#reportedAt = now;
    const summary = this.summary();
    for (const user of [...this.#users]) user.changed(summary);
  }
}

function fileOf(fault: Fault): string {
  return String(fault.values?.["file"] ?? fault.message);
}
