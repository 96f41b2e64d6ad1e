/**
 * Which training step runs are asked for. The wish is the page's and its lanes' alike (lanes/mirror.ts);
 * each takes it up for its own run, wherever it was said.
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import { type AppStore, type Parts, shown } from "#/state/parts.ts";
import type { RunStarter } from "#/state/runStart.ts";

export interface EngineSwitch {
  /** @throws EngineError; the run has the step it had then, and so has the wish. */
  set(choice: EngineChoice): Promise<void>;
  /** Ends it. */
  stop(): void;
}

export function createEngineSwitch(
  store: AppStore,
  { deps }: Parts,
  starter: RunStarter,
): EngineSwitch {
  let own = false;

  /** Without asking for it here as well. */
  function say(engineChoice: EngineChoice): void {
    own = true;
    store.setState({ engineChoice });
    own = false;
  }

  /** Without a run there is nothing to change; the next is asked for like this. */
  async function ask(engine: EngineChoice): Promise<void> {
    await starter.settled();
    if (store.getState().runId !== 0) await deps.trainer.request("setEngine", { engine });
  }

  const stop = store.subscribe((state, before) => {
    if (own || state.engineChoice === before.engineChoice) return;
    void shown(store, ask(state.engineChoice));
  });

  return {
    async set(choice) {
      const { engineChoice: before } = store.getState();
      say(choice);
      try {
        await ask(choice);
      } catch (error) {
        if (store.getState().engineChoice === choice) say(before);
        throw error;
      }
    },
    stop,
  };
}
