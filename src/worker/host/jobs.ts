/**
 * The one line in which every engine job waits (tfjs scopes are one global stack): answers to
 * gestures first, then pictures, then steps and long evaluations by turns, however many evaluate.
 */
import { EngineError } from "#/core/fault.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { cancelledFault } from "#/worker/protocol/errors.ts";

export type JobKind = "answer" | "preview" | "training" | "evaluation";

/** Lower goes first; equals in the order in which they came. */
const rank = { answer: 0, preview: 1, training: 2, evaluation: 2 } as const;

export interface Jobs {
  /**
   * Runs `job` alone, when its turn comes; whether it fails is its caller's affair.
   * @throws EngineError "cancelled" when the signal aborts before the job's turn.
   */
  run<T>(kind: JobKind, job: () => T | Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Waiting {
  readonly kind: JobKind;
  readonly rank: number;
  readonly start: () => Promise<void>;
}

export function createJobs(): Jobs {
  const line: Waiting[] = [];
  let busy = false;
  let last: JobKind = "training";

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = take(); next !== undefined; next = take()) await next.start();
    busy = false;
  }

  function take(): Waiting | undefined {
    const [first] = line;
    const again = first?.kind === "evaluation" && last === "evaluation";
    const step = again ? line.findIndex(({ kind }) => kind === "training") : -1;
    const [next] = line.splice(Math.max(0, step), 1);
    if (next?.rank === rank.training) last = next.kind;
    return next;
  }

  return {
    run: (kind, job, signal) =>
      new Promise((resolve, reject) => {
        const cancel = () => {
          const place = line.indexOf(entry);
          if (place >= 0) line.splice(place, 1);
          reject(new EngineError(cancelledFault));
        };
        const entry: Waiting = {
          kind,
          rank: rank[kind],
          async start() {
            signal?.removeEventListener("abort", cancel);
            try {
              resolve(await job());
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
          },
        };
        if (signal?.aborted === true) {
          cancel();
          return;
        }
        signal?.addEventListener("abort", cancel);
        const later = line.findIndex((other) => other.rank > entry.rank);
        line.splice(later < 0 ? line.length : later, 0, entry);
        // Not at once: what is asked for in the same turn is put in order first.
        queueMicrotask(() => void work());
      }),
  };
}

/** The line, for one who may be gone when the turn comes: then the job is "cancelled", and not done. */
export function jobsWhile(isThere: () => boolean, jobs: Jobs): Jobs {
  return {
    run: (kind, job, signal) =>
      jobs.run(
        kind,
        () => {
          if (!isThere()) throw new EngineError(cancelledFault);
          return job();
        },
        signal,
      ),
  };
}

/** The line, measuring how long the jobs that go through here take, others' in between left out. */
export class TimedJobs implements Jobs {
  readonly #jobs: Jobs;
  readonly #clock: Pick<Clock, "now">;
  /** Of those that have ended. */
  ms = 0;

  constructor(jobs: Jobs, clock: Pick<Clock, "now">) {
    this.#jobs = jobs;
    this.#clock = clock;
  }

  run<T>(kind: JobKind, job: () => T | Promise<T>, signal?: AbortSignal): Promise<T> {
    const timed = async () => {
      const began = this.#clock.now();
      try {
        return await job();
      } finally {
        this.ms += this.#clock.now() - began;
      }
    };
    return this.#jobs.run(kind, timed, signal);
  }
}
