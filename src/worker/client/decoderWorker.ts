/**
 * A second worker that only decodes, with weights it is handed: frames of the history, and the
 * newest weights of a model whose steps are too long to wait for. Started when first asked; each lane
 * has a decoder of its own there.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { SpawnWorker, WorkerHandle } from "#/worker/protocol/handle.ts";
import { throwIfAborted, workerCrashedFault } from "#/worker/protocol/errors.ts";
import { mainLane, type LaneId } from "#/worker/protocol/lanes.ts";
import type { Params, ResultOf } from "#/worker/protocol/messages.ts";
import { createCaller, type Caller, type RequestOptions } from "#/worker/protocol/rpc.ts";

/** Compared by identity of `weights`: the same object is sent once. */
export interface DecoderModel {
  readonly config: ExperimentConfig;
  readonly image: ImageShape;
  /** Labels of the data set, for a conditional model. */
  readonly classes: number;
  readonly weights: Weights;
}

export interface DecoderWorker extends Disposable {
  /** @throws EngineError */
  decode(
    lane: LaneId,
    model: DecoderModel,
    params: Params<"decode">,
    options: RequestOptions,
  ): Promise<Pictures>;
  /** Frees a lane's decoder. */
  end(lane: LaneId): void;
}

export type Pictures = Pick<ResultOf<"decode">, "images" | "figure">;

interface Open {
  readonly handle: WorkerHandle;
  readonly caller: Caller;
  readonly ready: Promise<unknown>;
}

export function createDecoderWorker(
  spawn: SpawnWorker,
  initialise: () => Params<"initialise">,
): DecoderWorker {
  let open: Open | null = null;
  /** By lane. */
  const loaded = new Map<LaneId, Weights>();
  /** Loading and decoding are two requests; another model of the lane must not come between them. */
  const lines = new Map<LaneId, Promise<unknown>>();

  function close(): void {
    open?.handle.terminate();
    open?.caller.close(workerCrashedFault);
    open = null;
    loaded.clear();
  }

  function start(): Open {
    const handle = spawn();
    handle.onCrash = close;
    const caller = createCaller(handle.port, () => undefined);
    const ready = caller.request(mainLane, "initialise", initialise());
    // Whoever decodes awaits it too; this keeps a crash before that from being "unhandled".
    ready.catch(() => undefined);
    return { handle, caller, ready };
  }

  return {
    decode(lane, model, params, options) {
      const turn = (lines.get(lane) ?? Promise.resolve()).then(async () => {
        throwIfAborted(options.signal);
        open ??= start();
        const { caller, ready } = open;
        await ready;
        if (loaded.get(lane) !== model.weights) {
          loaded.delete(lane);
          await caller.request(lane, "load", model);
          loaded.set(lane, model.weights);
        }
        const { images, figure } = await caller.request(lane, "decode", params, options);
        return { images, figure };
      });
      lines.set(
        lane,
        turn.catch(() => undefined),
      );
      return turn;
    },
    end(lane) {
      const last = lines.get(lane);
      lines.delete(lane);
      void last?.then(async () => {
        // A worker that breaks meanwhile takes the decoder with it.
        if (loaded.delete(lane)) await open?.caller.request(lane, "end", null).catch(() => null);
      });
    },
    [Symbol.dispose]: close,
  };
}
