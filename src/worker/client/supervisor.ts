/**
 * Keeps one trainer worker alive: when it breaks, whatever was pending is rejected, a new one takes
 * its place with every lane from its last checkpoint, and requests meanwhile wait for it. A lane at
 * whose work it breaks again and again stays behind, until somebody begins with it anew; the others
 * go on.
 */
import { EngineError } from "#/core/fault.ts";
import type { ClientMemory } from "#/worker/client/memory.ts";
import type { SpawnWorker, WorkerHandle } from "#/worker/protocol/handle.ts";
import {
  throwIfAborted,
  toFault,
  workerCrashedFault,
  workerStoppedFault,
} from "#/worker/protocol/errors.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Method, Params, ResultOf } from "#/worker/protocol/messages.ts";
import { createCaller, type Caller, type RequestOptions } from "#/worker/protocol/rpc.ts";

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

/** What a person begins; all else is asked for by the page itself, or of a run that goes on. */
const begins: ReadonlySet<Method> = new Set(["initialise", "start", "train"]);

/** @param memories of the lanes that there are at the time of a crash. */
export function supervise(
  spawn: SpawnWorker,
  memories: () => ReadonlyMap<LaneId, ClientMemory>,
  onEvent: (lane: LaneId, event: EngineEvent) => void,
): Supervisor {
  let restarts = 0;
  let worker: { handle: WorkerHandle; caller: Caller } | null = open();
  let restored: Promise<void> = Promise.resolve();

  function open(): { handle: WorkerHandle; caller: Caller } {
    const handle = spawn();
    const caller = createCaller(handle.port, (lane, event) => {
      onEvent(lane, event);
    });
    handle.onCrash = () => {
      crashed(caller.working);
    };
    return { handle, caller };
  }

  function close(): void {
    if (worker === null) return;
    worker.handle.onCrash = null;
    worker.handle.terminate();
    worker.caller.close(workerCrashedFault);
    worker = null;
  }

  /** @param working the lane at whose work it broke; null where it may have been any's. */
  function crashed(working: LaneId | null): void {
    close();
    const lanes = [...memories()];
    const blamed = lanes.filter(([lane]) => (working ?? lane) === lane);
    for (const [lane, memory] of blamed) if (memory.crashed()) tellStopped(lane, memory);
    if (lanes.some(([, memory]) => !memory.stopped)) replace();
  }

  function tellStopped(lane: LaneId, { runId, progress }: ClientMemory): void {
    if (progress !== null) {
      const paused = { ...progress, phase: "paused", imagesPerSecond: 0 } as const;
      onEvent(lane, { type: "progress", runId, progress: paused });
    }
    onEvent(lane, { type: "error", runId, fault: workerStoppedFault });
  }

  function replace(): void {
    restarts++;
    const { caller } = (worker = open());
    restored = restore(caller);
  }

  async function restore(caller: Caller): Promise<void> {
    for (const [lane, memory] of [...memories()]) await restoreLane(caller, lane, memory);
  }

  async function restoreLane(caller: Caller, lane: LaneId, memory: ClientMemory): Promise<void> {
    if (memory.stopped) return;
    const { runId } = memory;
    try {
      const report = await memory.restore(caller, lane);
      if (report !== null) onEvent(lane, { type: "backend", runId, report });
      if (runId > 0)
        onEvent(lane, { type: "restarted", runId, step: memory.checkpoint?.step ?? 0 });
    } catch (error) {
      // A crash while restoring is dealt with by the next replacement.
      const fault = toFault(error);
      if (fault.code !== "worker-crashed") onEvent(lane, { type: "error", runId, fault });
    }
  }

  /** A lane that stayed behind, or one that was opened since there is no worker any more. */
  function bringBack(lane: LaneId, memory: ClientMemory): void {
    const { stopped } = memory;
    if (stopped) memory.pardon();
    if (worker === null) replace();
    else if (stopped) {
      const { caller } = worker;
      restored = restored.then(() => restoreLane(caller, lane, memory));
    }
  }

  return {
    get restarts() {
      return restarts;
    },
    async request(lane, method, params, options) {
      const memory = memories().get(lane);
      if (begins.has(method) && memory !== undefined) bringBack(lane, memory);
      // A crash during the wait puts another restoration in place of the one awaited.
      for (let seen: Promise<void> | null = null; seen !== restored;) {
        seen = restored;
        await seen;
      }
      throwIfAborted(options.signal);
      if (worker === null || memory?.stopped === true) throw new EngineError(workerStoppedFault);
      return worker.caller.request(lane, method, params, options);
    },
    [Symbol.dispose]() {
      close();
      onEvent = () => undefined;
    },
  };
}
