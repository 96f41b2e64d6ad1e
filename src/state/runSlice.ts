/** The run as the page tells it. Its numbers come from trainerEvents.ts. */
import type { DecodedLink } from "#/core/experiment/url.ts";
import { type AppStore, shown } from "#/state/parts.ts";
import type { Session } from "#/state/session.ts";
import type { RunSlice } from "#/state/types.ts";

export function runSlice(
  store: () => AppStore,
  session: () => Session,
  link: DecodedLink,
): RunSlice {
  const run = (task: Promise<unknown>) => shown(store(), task);
  return {
    phase: "loading",
    startsItself: false,
    runId: 0,
    progress: null,
    backend: null,
    engine: null,
    engineChoice: link.engine ?? "auto",
    workerRestarts: 0,
    restartedAt: null,
    dataSets: [],
    dataset: null,
    fault: null,
    costNotice: null,
    pace: 0,
    resting: false,
    train: (more) => run(session().begin(more)),
    pause: () => run(session().pause()),
    reset: (options) => run(session().reset(options)),
    setPace: (ms) => void run(session().setPace(ms)),
    retryData: () => run(session().retryData()),
    dismissFault: () => {
      store().setState({ fault: null, restartedAt: null });
    },
  };
}
