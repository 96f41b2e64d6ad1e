/**
 * An engine that is ready for a run's next step. A live change may call for kernels that are not
 * compiled yet: they are waited for outside the line of jobs, so that questions are answered meanwhile.
 * Where they do not compile the run goes on without any.
 */
import { orAborted } from "#/worker/host/clock.ts";
import type { JobKind } from "#/worker/host/jobs.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import type { Run } from "#/worker/host/run.ts";

export type ReadyHost = Pick<LoopHost, "jobs" | "turns" | "withoutKernels">;

const never = new AbortController().signal;

export function isReady({ engine, settings }: Run): boolean {
  return engine.isReady(settings);
}

/** Resolves once the run's engine, whichever that comes to be, is ready, or the signal aborts. */
export async function untilReady(run: Run, host: ReadyHost, stop: AbortSignal): Promise<void> {
  while (!isReady(run) && !stop.aborted) {
    // Other lanes do not wait meanwhile.
    host.turns.leave();
    await orAborted(makeReady(run, host), stop).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
    run.pace.restart();
  }
}

/**
 * Runs `job` in its turn, with the engine ready for the run's next step.
 * @throws EngineError "cancelled" when the signal aborts before.
 */
export async function whenReady<T>(
  run: Run,
  host: ReadyHost,
  kind: JobKind,
  job: () => T | Promise<T>,
  signal: AbortSignal = never,
): Promise<T> {
  for (;;) {
    await untilReady(run, host, signal);
    // Again where a live change, or another engine, came before the turn did.
    const attempt = async () => (isReady(run) ? { result: await job() } : null);
    const done = await host.jobs.run(kind, attempt, signal);
    if (done !== null) return done.result;
  }
}

async function makeReady(run: Run, host: ReadyHost): Promise<void> {
  const { engine, settings } = run;
  try {
    await engine.prepare(settings);
  } catch (error) {
    await host.withoutKernels(run, engine, error instanceof Error ? error.message : String(error));
  }
}
