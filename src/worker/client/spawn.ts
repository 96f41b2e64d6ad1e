/** Starts the worker script. The only place that names it. */
import type { WorkerHandle } from "#/worker/protocol/handle.ts";
import type { WirePort } from "#/worker/protocol/wire.ts";

export function spawnWorker(): WorkerHandle {
  const worker = new Worker(new URL("../host/trainer.worker.ts", import.meta.url), {
    type: "module",
  });
  const port: WirePort = {
    onmessage: null,
    post: (message, transfer) => {
      worker.postMessage(message, transfer);
    },
  };
  const handle: WorkerHandle = {
    port,
    onCrash: null,
    terminate: () => {
      worker.terminate();
    },
  };
  worker.onmessage = (event) => port.onmessage?.(event.data);
  worker.onerror = () => handle.onCrash?.();
  worker.onmessageerror = () => handle.onCrash?.();
  return handle;
}
