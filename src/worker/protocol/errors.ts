/** Exceptions ⇄ faults, on either side of the worker boundary. */
import { EngineError, type Fault } from "#/core/fault.ts";

export const cancelledFault: Fault = {
  code: "cancelled",
  message: "The request was cancelled.",
  hint: "Ask again if the answer is still wanted.",
};

export const workerCrashedFault: Fault = {
  code: "worker-crashed",
  message: "The training worker stopped unexpectedly.",
  hint: "It is restarted from its last checkpoint; ask again.",
};

/** Told of a lane at whose work the worker broke again and again. */
export const workerStoppedFault: Fault = {
  code: "worker-crashed",
  message: "The training worker stopped at this run again and again.",
  hint: "Train to try once more from its last checkpoint, or take a smaller model.",
};

/** A fault stays what it is, an abort is a cancellation, all else is a bug and says so. */
export function toFault(error: unknown): Fault {
  if (error instanceof EngineError) return error.toFault();
  if (error instanceof Error && error.name === "AbortError") return cancelledFault;
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: "unexpected",
    message: `Something went wrong that should not: ${text}`,
    hint: "Reset the run; if it happens again, report it with the backend report.",
    values: { detail: text },
  };
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new EngineError(cancelledFault);
}
