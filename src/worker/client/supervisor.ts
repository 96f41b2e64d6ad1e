/**
 * Keeps one trainer worker alive: when it breaks, whatever was pending is rejected, a new one takes
 * its place with every lane from its last checkpoint, and requests meanwhile wait for it.
 */
import type { ClientMemory } from "#/worker/client/memory.ts";
import type { SpawnWorker, WorkerHandle } from "#/worker/protocol/handle.ts";
import { throwIfAborted, toFault, workerCrashedFault } from "#/worker/protocol/errors.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Method, Params, ResultOf } from "#/worker/protocol/messages.ts";
import { createCaller, type Caller, type RequestOptions } from "#/worker/protocol/rpc.ts";

/** Crashes in a row, without anything learnt and saved between them, before giving up. */
const mostCrashes = 3;

export interface Supervisor extends Disposable {
  /** How often a worker was replaced. */
  readonly restarts: number;
  request<M extends Method>(
    lane: LaneId,
    method: M,
    params: Params<M>,
    options: RequestOptions,
  ): Promise<ResultOf<M>>;
}

/** @param memories of the lanes that there are at the time of a crash. */
export function supervise(
  spawn: SpawnWorker,
  memories: () => ReadonlyMap<LaneId, ClientMemory>,
  onEvent: (lane: LaneId, event: EngineEvent) => void,
): Supervisor {
  let restarts = 0;
  let crashesInARow = 0;
  let worker = open();
  let restored: Promise<void> = Promise.resolve();

  function open(): { handle: WorkerHandle; caller: Caller } {
    const handle = spawn();
    const caller = createCaller(handle.port, (lane, event) => {
      // Not any event: a worker that starts, says so and breaks at its first step would go on for ever.
      if (event.type === "checkpoint") crashesInARow = 0;
      onEvent(lane, event);
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
      for (const [lane, { runId }] of memories()) {
        onEvent(lane, { type: "error", runId, fault: workerCrashedFault });
      }
      return;
    }
    restarts++;
    worker = open();
    restored = restore(worker.caller);
  }

  async function restore(caller: Caller): Promise<void> {
    for (const [lane, memory] of [...memories()]) await restoreLane(caller, lane, memory);
  }

  async function restoreLane(caller: Caller, lane: LaneId, memory: ClientMemory): Promise<void> {
    const { runId } = memory;
    try {
      const report = await memory.restore(caller, lane);
      if (report !== null) onEvent(lane, { type: "backend", runId, report });
      onEvent(lane, { type: "restarted", runId, step: memory.checkpoint?.step ?? 0 });
    } catch (error) {
      // A crash while restoring is dealt with by the next replacement.
      const fault = toFault(error);
      if (fault.code !== "worker-crashed") onEvent(lane, { type: "error", runId, fault });
    }
  }

  return {
    get restarts() {
      return restarts;
    },
    async request(lane, method, params, options) {
      // A crash during the wait puts another restoration in place of the one awaited.
      for (let seen: Promise<void> | null = null; seen !== restored;) {
        seen = restored;
        await seen;
      }
      throwIfAborted(options.signal);
      return worker.caller.request(lane, method, params, options);
    },
    [Symbol.dispose]() {
      close();
      onEvent = () => undefined;
    },
  };
}
