/** The data of a lane's newest run, and the shape in which its network is given them. */
import type { ImageShape } from "#/core/model/spec.ts";
import { notReady } from "#/worker/host/faults.ts";
import type { DatasetUse } from "#/worker/host/openSet.ts";
import type { DatasetSummary } from "#/worker/protocol/run.ts";

export class LaneData {
  #given: { readonly use: DatasetUse; readonly shape: ImageShape } | null = null;

  /** Instead of the set before, which this lane needs no more. */
  take(use: DatasetUse, shape: ImageShape): void {
    this.leave();
    this.#given = { use, shape };
  }

  leave(): void {
    this.#given?.use[Symbol.dispose]();
    this.#given = null;
  }

  /** The set as the network is given it. @throws EngineError "not-ready". */
  get summary(): DatasetSummary {
    if (this.#given === null) throw notReady();
    return { ...this.#given.use.summary(), shape: this.#given.shape };
  }

  /** Fetches again what failed. @throws EngineError "not-ready". */
  async retry(): Promise<void> {
    if (this.#given === null) throw notReady();
    await this.#given.use.dataset.retry();
  }
}
