/**
 * The page's end of one lane: requests go to the supervised worker, or, where its steps are too long
 * to wait for, to the one that only decodes; events of older runs are dropped here.
 */
import { EngineError } from "#/core/fault.ts";
import type { DecoderWorker } from "#/worker/client/decoderWorker.ts";
import { ClientMemory } from "#/worker/client/memory.ts";
import { createSnapshots } from "#/worker/client/snapshots.ts";
import { cancelledFault } from "#/worker/protocol/errors.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type {
  EngineEvent,
  Method,
  Params,
  ResultOf,
  TrainerApi,
} from "#/worker/protocol/messages.ts";
import type { Handlers, RequestOptions } from "#/worker/protocol/rpc.ts";
import type { DatasetSummary } from "#/worker/protocol/run.ts";

export interface LaneWorkers {
  /** How often a worker was replaced. */
  readonly restarts: number;
  request<M extends Method>(
    method: M,
    params: Params<M>,
    options: RequestOptions,
  ): Promise<ResultOf<M>>;
  readonly decoder: DecoderWorker;
  /** Whether some lane takes steps that are too long to wait for. */
  readonly slow: boolean;
  /** Milliseconds, monotonic. */
  now(): number;
  /** The lane is not used any more. */
  ended(): void;
}

export interface LaneClient {
  readonly memory: ClientMemory;
  /** Whether this lane takes steps that are too long to wait for. */
  readonly slow: boolean;
  readonly api: TrainerApi;
  /** An event of this lane. */
  receive(event: EngineEvent): void;
}

/** Longer steps than this make a drag wait too long. */
const slowStepMs = 60;

export function createLaneClient(lane: LaneId, trainer: LaneWorkers): LaneClient {
  const memory = new ClientMemory();
  const listeners = new Set<(event: EngineEvent) => void>();
  let dataset: DatasetSummary | null = null;
  let disposed = false;
  const { decoder } = trainer;
  const snapshots = createSnapshots(
    () => trainer.request("checkpoint", null, {}),
    () => trainer.now(),
  );

  function receive(event: EngineEvent): void {
    if (!memory.hears(event.runId)) return;
    memory.event(event);
    if (event.type === "checkpoint") snapshots.offer(event.checkpoint);
    for (const listener of [...listeners]) listener(event);
  }

  /** Requests that mean something to this end too. */
  const own: Partial<Handlers> = {
    initialise(params, signal) {
      memory.initialise = params;
      return trainer.request("initialise", params, { signal });
    },
    async start(params, signal) {
      memory.starting(params);
      const info = await trainer.request("start", params, { signal }).catch((error: unknown) => {
        memory.refused(params.runId);
        throw error;
      });
      memory.started(info.runId);
      snapshots.clear();
      dataset = info.dataset;
      return info;
    },
    async setLive(params, signal) {
      const change = await trainer.request("setLive", params, { signal });
      memory.changed(change);
      return change;
    },
    setPace(params, signal) {
      memory.paced(params);
      return trainer.request("setPace", params, { signal });
    },
    async setEngine(params, signal) {
      const report = await trainer.request("setEngine", params, { signal });
      memory.switched(params.engine);
      return report;
    },
    setPreview(params, signal) {
      memory.previewed(params);
      return trainer.request("setPreview", params, { signal });
    },
    creditPreview(params, signal) {
      memory.credited();
      return trainer.request("creditPreview", params, { signal });
    },
    async decode(params, signal) {
      if (!trainer.slow || dataset === null) return trainer.request("decode", params, { signal });
      const { config, weights, step } = await snapshots.latest();
      const model = { config, image: dataset.shape, classes: dataset.classes.length, weights };
      return { ...(await decoder.decode(lane, model, params, { signal })), step };
    },
    async diagnostics(params, signal) {
      const diagnostics = await trainer.request("diagnostics", params, { signal });
      return { ...diagnostics, workerRestarts: trainer.restarts };
    },
  };

  const api: TrainerApi = {
    request<M extends Method>(
      method: M,
      params: Params<M>,
      options: RequestOptions = {},
    ): Promise<ResultOf<M>> {
      if (disposed) return Promise.reject(new EngineError(cancelledFault));
      const handler: Partial<Handlers>[M] = own[method];
      if (handler === undefined) return trainer.request(method, params, options);
      return handler(params, options.signal ?? new AbortController().signal);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async decodeWith(config, image, weights, z, count, options = {}) {
      if (disposed) throw new EngineError(cancelledFault);
      const { labels = null, classes = 0, signal } = options;
      const model = { config, image, classes, weights };
      const asked = { z, count, raw: false, labels };
      return (await decoder.decode(lane, model, asked, { signal })).images;
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      listeners.clear();
      trainer.ended();
    },
  };
  return {
    memory,
    get slow() {
      const { progress } = memory;
      return progress?.phase === "training" && progress.msPerStep > slowStepMs;
    },
    api,
    receive,
  };
}
