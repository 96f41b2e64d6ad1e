/**
 * Which training step runs are asked for. The wish is the page's and its lanes' alike (lanes/mirror.ts);
 * each takes it up for its own run, wherever it was said. Comes when somebody chooses, or with lanes.
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import type { AppHandle } from "#/state/lanes/types.ts";
import { type AppStore, shown } from "#/state/parts.ts";

/** An application, as far as it has a run. */
export type EngineUser = Pick<AppHandle, "store" | "trainer" | "session">;

const following = new WeakSet<AppStore>();
/** Where the wish is being changed by whoever asks for it as well. */
const saying = new WeakSet<AppStore>();

/** For the run under way, those of all lanes and those to come. @throws EngineError; the run has the step it had then, and so has the wish. */
export async function setEngine(user: EngineUser, choice: EngineChoice): Promise<void> {
  const { engineChoice: before } = user.store.getState();
  say(user, choice);
  try {
    await ask(user, choice);
  } catch (error) {
    if (user.store.getState().engineChoice === choice) say(user, before);
    throw error;
  }
}

/** Takes up what is chosen elsewhere, for as long as the application is there; once, however often called. */
export function followEngine(user: EngineUser): void {
  const { store } = user;
  if (following.has(store)) return;
  following.add(store);
  store.subscribe((state, before) => {
    if (saying.has(store) || state.engineChoice === before.engineChoice) return;
    void shown(store, ask(user, state.engineChoice));
  });
}

function say({ store }: EngineUser, engineChoice: EngineChoice): void {
  saying.add(store);
  store.setState({ engineChoice });
  saying.delete(store);
}

/** Without a run there is nothing to change; the next is asked for like this. */
async function ask({ store, trainer, session }: EngineUser, engine: EngineChoice): Promise<void> {
  await session.settled();
  if (store.getState().runId !== 0) await trainer.request("setEngine", { engine });
}
