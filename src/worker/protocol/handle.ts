/** A running worker as its owner holds it, or a stand-in for one. */
import type { WirePort } from "#/worker/protocol/wire.ts";

export interface WorkerHandle {
  readonly port: WirePort;
  /** Called when the worker broke; it will not answer any more. */
  onCrash: (() => void) | null;
  terminate(): void;
}

export type SpawnWorker = () => WorkerHandle;
