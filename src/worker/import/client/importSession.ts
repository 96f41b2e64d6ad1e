/** The page's end of one importing worker: requests out, results back, progress beside them. */
import type { ImportProblem, ImportProgress } from "#/core/data/ownImages.ts";
import { err, ok, type Result } from "#/core/result.ts";
import {
  parseFromImporter,
  type ImportAnswer,
  type ImportMethod,
  type ImportParams,
  type ImportRequest,
  type ToImporter,
} from "#/worker/import/protocol/messages.ts";
import type { ImportOutcome, ImportSession } from "#/worker/import/protocol/ownImages.ts";

/** A running worker, or a stand-in for one. */
export interface ImportWorker {
  onmessage: ((data: unknown) => void) | null;
  onCrash: (() => void) | null;
  post(message: unknown): void;
  terminate(): void;
}

interface Pending {
  end(result: Result<unknown, ImportProblem>): void;
  progress(progress: ImportProgress): void;
}

const cancelled: ImportProblem = { code: "cancelled", values: {} };
const crashed: ImportProblem = { code: "worker-crashed", values: {} };

export function createImportSession(worker: ImportWorker): ImportSession {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed: ImportProblem | null = null;

  function close(problem: ImportProblem): void {
    closed = problem;
    worker.terminate();
    for (const { end } of pending.values()) end(err(problem));
    pending.clear();
  }

  worker.onCrash = () => {
    close(crashed);
  };
  worker.onmessage = (data) => {
    const message = parseFromImporter(data);
    if (message === null) return;
    const waiting = pending.get(message.id);
    if (message.kind === "progress") {
      waiting?.progress(message.progress);
      return;
    }
    pending.delete(message.id);
    waiting?.end(message.kind === "result" ? ok(message.value) : err(message.problem));
  };

  function request<M extends ImportMethod>(
    method: M,
    params: ImportParams<M>,
    signal: AbortSignal,
    progress: (progress: ImportProgress) => void = () => undefined,
  ): ImportOutcome<ImportAnswer<M>> {
    return new Promise((resolve) => {
      if (closed !== null || signal.aborted) {
        resolve(err(closed ?? cancelled));
        return;
      }
      const id = ++lastId;
      const abort = () => {
        worker.post({ kind: "cancel", id } satisfies ToImporter);
      };
      signal.addEventListener("abort", abort);
      pending.set(id, {
        progress,
        end(result) {
          signal.removeEventListener("abort", abort);
          // The edge: the worker answers request `id` with the result of its method.
          resolve(result as Result<ImportAnswer<M>, ImportProblem>);
        },
      });
      const message: ImportRequest<M> = { kind: "request", id, method, params };
      worker.post(message);
    });
  }

  return {
    list: (files, signal) => request("list", { files }, signal),
    preview: (options, signal) => request("preview", { options }, signal),
    import: ({ options, name }, onProgress, signal) =>
      request("import", { options, name }, signal, onProgress),
    [Symbol.dispose]() {
      close(cancelled);
    },
  };
}
