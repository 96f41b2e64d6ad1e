/**
 * Keeps one trainer worker alive: when it breaks, whatever was pending is rejected, a new one takes
 * its place from the last checkpoint, and requests meanwhile wait for it.
 */
import type { ClientMemory } from "#/worker/client/memory.ts";
import type { SpawnWorker, WorkerHandle } from "#/worker/protocol/handle.ts";
import { throwIfAborted, toFault, workerCrashedFault } from "#/worker/protocol/errors.ts";
import type { EngineEvent, Method, Params, ResultOf } from "#/worker/protocol/messages.ts";
import { createCaller, type Caller, type RequestOptions } from "#/worker/protocol/rpc.ts";

/** Crashes in a row, without anything learnt and saved between them, before giving up. */
const mostCrashes = 3;

export interface Supervisor extends Disposable {
  /** How often a worker was replaced. */
  readonly restarts: number;
  request<M extends Method>(
    method: M,
    params: Params<M>,
    options: RequestOptions,
  ): Promise<ResultOf<M>>;
}

export function supervise(
  spawn: SpawnWorker,
  memory: ClientMemory,
  onEvent: (event: EngineEvent) => void,
): Supervisor {
  let restarts = 0;
  let crashesInARow = 0;
  let worker = open();
  let restored: Promise<void> = Promise.resolve();

  function open(): { handle: WorkerHandle; caller: Caller } {
    const handle = spawn();
    const caller = createCaller(handle.port, (event) => {
      // Not any event: a worker that starts, says so and breaks at its first step would go on for ever.
      if (event.type === "checkpoint") crashesInARow = 0;
      onEvent(event);
    });
    handle.onCrash = replace;
    return { handle, caller };
  }

  function close(): void {
    worker.handle.onCrash = null;
    worker.handle.terminate();
    worker.caller.close(workerCrashedFault);
  }

  function replace(): void {
    close();
    if (++crashesInARow > mostCrashes) {
      onEvent({ type: "error", runId: memory.runId, fault: workerCrashedFault });
      return;
    }
    restarts++;
    worker = open();
    restored = restore(worker.caller);
  }

  async function restore(caller: Caller): Promise<void> {
    const { runId } = memory;
    try {
      const report = await memory.restore(caller);
      if (report !== null) onEvent({ type: "backend", runId, report });
      onEvent({ type: "restarted", runId, step: memory.checkpoint?.step ?? 0 });
    } catch (error) {
      // A crash while restoring is dealt with by the next replacement.
      const fault = toFault(error);
      if (fault.code !== "worker-crashed") onEvent({ type: "error", runId, fault });
    }
  }

  return {
    get restarts() {
      return restarts;
    },
    async request(method, params, options) {
      // A crash during the wait puts another restoration in place of the one awaited.
      for (let seen: Promise<void> | null = null; seen !== restored;) {
        seen = restored;
        await seen;
      }
      throwIfAborted(options.signal);
      return worker.caller.request(method, params, options);
    },
    [Symbol.dispose]() {
      close();
      onEvent = () => undefined;
    },
  };
}
