/** Answers the page's requests, each as soon as its handler has; progress goes beside the answer. */
import type { ImportProblem, ImportProgress } from "#/core/data/ownImages.ts";
import { ImportError } from "#/data/own/problem.ts";
import {
  parseToImporter,
  type FromImporter,
  type ImportAnswer,
  type ImportMethod,
  type ImportParams,
  type ImportRequest,
} from "#/worker/import/protocol/messages.ts";

export type ImportHandlers = {
  readonly [M in ImportMethod]: (
    params: ImportParams<M>,
    signal: AbortSignal,
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<ImportAnswer<M>>;
};

export interface ImportPort {
  onmessage: ((data: unknown) => void) | null;
  post(message: FromImporter): void;
}

export function serveImports(port: ImportPort, handlers: ImportHandlers): void {
  const running = new Map<number, AbortController>();

  async function answer<M extends ImportMethod>(request: ImportRequest<M>): Promise<void> {
    const { id, method, params } = request;
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const value = await handlers[method](params, controller.signal, (progress) => {
        port.post({ kind: "progress", id, progress });
      });
      port.post({ kind: "result", id, value });
    } catch (error) {
      const problem = controller.signal.aborted ? cancelled : problemOf(error);
      port.post({ kind: "problem", id, problem });
    } finally {
      running.delete(id);
    }
  }

  port.onmessage = (data) => {
    const message = parseToImporter(data);
    if (message === null) return;
    if (message.kind === "cancel") running.get(message.id)?.abort();
    else void answer(message);
  };
}

const cancelled: ImportProblem = { code: "cancelled", values: {} };

function problemOf(error: unknown): ImportProblem {
  if (error instanceof ImportError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: "unexpected", values: { detail } };
}
