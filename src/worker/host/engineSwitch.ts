/**
 * Another training step for a run under way: what the one before learnt, its optimiser included, goes
 * into the next between two steps. The one before stays until the next is there.
 */
import type { EngineChoice, EngineReport } from "#/core/backend/engine.ts";
import { EngineError } from "#/core/fault.ts";
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

/** Nothing else happens to the run meanwhile, but that its device may be lost. */
async function exchange(
  run: Run,
  choice: EngineChoice,
  build: Room["build"],
): Promise<EngineReport> {
  const { engine: before } = run;
  const next = await build(run.vae, run.config, await before.exportState(), choice);
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
