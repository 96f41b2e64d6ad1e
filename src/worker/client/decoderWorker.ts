/**
 * A second worker that only decodes, with weights it is handed: frames of the history, and the
 * newest weights of a model whose steps are too long to wait for. Started when first asked.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { SpawnWorker, WorkerHandle } from "#/worker/protocol/handle.ts";
import { throwIfAborted, workerCrashedFault } from "#/worker/protocol/errors.ts";
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
  decode(model: DecoderModel, params: Params<"decode">, options: RequestOptions): Promise<Pictures>;
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
  let loaded: Weights | null = null;
  /** Loading and decoding are two requests; another model must not come between them. */
  let line: Promise<unknown> = Promise.resolve();

  function close(): void {
    open?.handle.terminate();
    open?.caller.close(workerCrashedFault);
    open = null;
    loaded = null;
  }

  function start(): Open {
    const handle = spawn();
    handle.onCrash = close;
    const caller = createCaller(handle.port, () => undefined);
    const ready = caller.request("initialise", initialise());
    // Whoever decodes awaits it too; this keeps a crash before that from being "unhandled".
    ready.catch(() => undefined);
    return { handle, caller, ready };
  }

  return {
    decode(model, params, options) {
      const turn = line.then(async () => {
        throwIfAborted(options.signal);
        open ??= start();
        const { caller, ready } = open;
        await ready;
        if (loaded !== model.weights) {
          loaded = null;
          await caller.request("load", model);
          loaded = model.weights;
        }
        const { images, figure } = await caller.request("decode", params, options);
        return { images, figure };
      });
      line = turn.catch(() => undefined);
      return turn;
    },
    [Symbol.dispose]: close,
  };
}
