/** The page's end of the trainer: one supervised worker, one that only decodes, and a client a lane. */
import { createDecoderWorker } from "#/worker/client/decoderWorker.ts";
import { createLaneClient, type LaneClient } from "#/worker/client/laneClient.ts";
import { supervise } from "#/worker/client/supervisor.ts";
import type { SpawnWorker } from "#/worker/protocol/handle.ts";
import type { LaneId, TrainerPool } from "#/worker/protocol/lanes.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export interface PoolDeps {
  readonly spawn: SpawnWorker;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

export function createTrainerPool({ spawn, now }: PoolDeps): TrainerPool {
  const lanes = new Map<LaneId, LaneClient>();
  const trainer = supervise(spawn, memories, (lane, event) => {
    lanes.get(lane)?.receive(event);
  });
  const decoder = createDecoderWorker(spawn, decoderBackend);

  function memories() {
    return new Map([...lanes].map(([id, { memory }]) => [id, memory] as const));
  }

  /** On the processor, where it does not wait behind the trainer's work on a GPU. */
  function decoderBackend(): Params<"initialise"> {
    const asked = [...lanes.values()].find(({ memory }) => memory.initialise !== null);
    const params = asked?.memory.initialise ?? { dataUrl: "", wasmUrl: "", backend: "auto" };
    return { ...params, backend: params.backend === "cpu" ? "cpu" : "wasm" };
  }

  function open(id: LaneId): LaneClient {
    const client: LaneClient = createLaneClient(id, {
      get restarts() {
        return trainer.restarts;
      },
      request: (method, params, options) => trainer.request(id, method, params, options),
      get slow() {
        return [...lanes.values()].some((lane) => lane.slow);
      },
      decoder,
      now,
      ended() {
        lanes.delete(id);
        decoder.end(id);
        // A worker that is gone, or breaks now, holds nothing of it.
        trainer.request(id, "end", null, {}).catch(() => undefined);
      },
    });
    lanes.set(id, client);
    return client;
  }

  return {
    lane: (id) => (lanes.get(id) ?? open(id)).api,
    [Symbol.dispose]() {
      lanes.clear();
      trainer[Symbol.dispose]();
      decoder[Symbol.dispose]();
    },
  };
}
