/**
 * Another training step for a run under way: what the one before learnt, its optimiser included, goes
 * into the next between two steps. The one before stays until the next is there.
 */
import type { EngineChoice, EngineReport } from "#/core/backend/engine.ts";
import { EngineError } from "#/core/fault.ts";
import type { Engine } from "#/engine/engine.ts";
import { engineKept } from "#/worker/host/faults.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import type { Room } from "#/worker/host/rooms.ts";
import type { Run } from "#/worker/host/run.ts";
import { cancelledFault } from "#/worker/protocol/errors.ts";

/** @throws EngineError "engine-kept", or what kept the line from coming to it; the run is as it was. */
export async function switchEngine(
  run: Run,
  choice: EngineChoice,
  { jobs }: Pick<LoopHost, "jobs">,
  build: Room["build"],
): Promise<EngineReport> {
  try {
    return await jobs.run("answer", () => exchange(run, choice, build));
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw engineKept(error instanceof Error ? error.message : String(error));
  }
}

/**
 * To one that compiles nothing. Null where the run has ended meanwhile, or another engine has taken the
 * place of `engine`.
 * @param refused why its kernels could not be had
 */
export function leaveKernels(
  run: Run,
  engine: Engine,
  refused: string,
  { jobs }: Pick<LoopHost, "jobs">,
  build: Room["build"],
): Promise<EngineReport | null> {
  return jobs.run("answer", () => {
    if (run.ended.signal.aborted || run.engine !== engine) return null;
    return exchange(run, run.choice, build, refused);
  });
}

/** Nothing else happens to the run meanwhile, but that its device may be lost. */
async function exchange(
  run: Run,
  choice: EngineChoice,
  build: Room["build"],
  refused: string | null = null,
): Promise<EngineReport> {
  const { engine: before } = run;
  const next = await build(run.vae, run.configNow, await before.exportState(), choice, refused);
  try {
    const unread = await before.readTerms();
    // A device that failed took the engine with it, and there is another in its place.
    if (run.engine !== before) throw new EngineError(cancelledFault);
    run.changeEngine(next, unread);
    run.choice = choice;
  } catch (error) {
    next[Symbol.dispose]();
    throw error;
  }
  before[Symbol.dispose]();
  return next.report;
}
