/**
 * Requests and replies matched by number over a port, and events beside them, each with its lane.
 * Knows methods and types, nothing of engines or pages. Parameters are copied (the caller keeps its
 * arrays); results move.
 */
import { EngineError, type Fault } from "#/core/fault.ts";
import { cancelledFault, toFault } from "#/worker/protocol/errors.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Method, Params, ResultOf } from "#/worker/protocol/messages.ts";
import { collectBuffers } from "#/worker/protocol/transfer.ts";
import {
  parseFromHost,
  parseToHost,
  type FromHost,
  type RequestMessage,
  type ToHost,
  type WirePort,
} from "#/worker/protocol/wire.ts";

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Caller {
  /** The lane whose job was the last to begin; null before the first. */
  readonly working: LaneId | null;
  /** @throws EngineError the host's fault, or "cancelled" once the signal aborts. */
  request<M extends Method>(
    lane: LaneId,
    method: M,
    params: Params<M>,
    options?: RequestOptions,
  ): Promise<ResultOf<M>>;
  /** Fails whatever is pending and takes no reply any more. */
  close(fault: Fault): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: EngineError): void;
  release(): void;
}

export function createCaller(
  port: WirePort,
  onEvent: (lane: LaneId, event: EngineEvent) => void,
): Caller {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed: Fault | null = null;
  let working: LaneId | null = null;

  function take(id: number): Pending | undefined {
    const entry = pending.get(id);
    pending.delete(id);
    entry?.release();
    return entry;
  }

  port.onmessage = (data) => {
    const message = parseFromHost(data);
    if (message === null || closed !== null) return;
    if (message.kind === "event") onEvent(message.lane, message.event);
    else if (message.kind === "working") working = message.lane;
    else if (message.kind === "result") take(message.id)?.resolve(message.value);
    else take(message.id)?.reject(new EngineError(message.fault));
  };

  return {
    get working() {
      return working;
    },
    request<M extends Method>(
      lane: LaneId,
      method: M,
      params: Params<M>,
      options: RequestOptions = {},
    ) {
      return new Promise<ResultOf<M>>((resolve, reject) => {
        const { signal } = options;
        if (closed !== null || signal?.aborted === true) {
          reject(new EngineError(closed ?? cancelledFault));
          return;
        }
        const id = ++lastId;
        const abort = () => {
          port.post({ kind: "cancel", id } satisfies ToHost, []);
          take(id)?.reject(new EngineError(cancelledFault));
        };
        signal?.addEventListener("abort", abort);
        pending.set(id, {
          // The edge: the host answers request `id` with the result of its method.
          resolve: (value) => {
            resolve(value as ResultOf<M>);
          },
          reject,
          release: () => {
            signal?.removeEventListener("abort", abort);
          },
        });
        const message: RequestMessage<M> = { kind: "request", id, lane, method, params };
        port.post(message, []);
      });
    },
    close(fault) {
      closed = fault;
      for (const id of [...pending.keys()]) take(id)?.reject(new EngineError(fault));
    },
  };
}

export type Handlers = {
  readonly [M in Method]: (params: Params<M>, signal: AbortSignal) => Promise<ResultOf<M>>;
};

/**
 * Answers the requests that arrive at `port`, each as soon as the handler of its lane has; nothing
 * waits here.
 */
export function serve(port: WirePort, handlersOf: (lane: LaneId) => Handlers): void {
  const running = new Map<number, AbortController>();

  async function answer<M extends Method>(request: RequestMessage<M>): Promise<void> {
    const controller = new AbortController();
    running.set(request.id, controller);
    try {
      const handler: Handlers[M] = handlersOf(request.lane)[request.method];
      const value = await handler(request.params, controller.signal);
      if (!controller.signal.aborted) {
        const reply: FromHost = { kind: "result", id: request.id, value };
        port.post(reply, collectBuffers(value));
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        const reply: FromHost = { kind: "fault", id: request.id, fault: toFault(error) };
        port.post(reply, []);
      }
    } finally {
      running.delete(request.id);
    }
  }

  port.onmessage = (data) => {
    const message = parseToHost(data);
    if (message === null) return;
    if (message.kind === "cancel") running.get(message.id)?.abort();
    else void answer(message);
  };
}

/** Tells whose jobs begin, each time that they are another lane's. */
export function tellWork(port: WirePort): (lane: LaneId) => void {
  let told: LaneId | null = null;
  return (lane) => {
    if (lane === told) return;
    told = lane;
    port.post({ kind: "working", lane } satisfies FromHost, []);
  };
}

/** Sends an event; its arrays move unless the sender keeps them. */
export function sendEvent(
  port: WirePort,
  lane: LaneId,
  event: EngineEvent,
  arrays: "move" | "copy",
): void {
  const message: FromHost = { kind: "event", lane, event };
  port.post(message, arrays === "move" ? collectBuffers(event) : []);
}
