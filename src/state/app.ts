/**
 * Puts the application together from what it is given: one store and its services, nothing shared
 * between two of them. Knows neither browser nor React.
 */
import { createStore } from "zustand";
import { createBoot } from "#/state/boot.ts";
import { createCheckpointShelf } from "#/state/checkpoints.ts";
import { createLiveDecoder } from "#/state/decoder.ts";
import type { AppDeps } from "#/state/deps.ts";
import { diagnoseOnceTrained, diagnosisSlice } from "#/state/diagnosisStart.ts";
import { evaluationSlice } from "#/state/evaluationSlice.ts";
import { experimentSlice } from "#/state/experimentSlice.ts";
import { createFrameStore } from "#/state/frames.ts";
import { historySlice } from "#/state/historySlice.ts";
import { createInspector } from "#/state/inspector.ts";
import type { App } from "#/state/lanes/types.ts";
import { createLaneDoor } from "#/state/laneDoor.ts";
import { latentStart } from "#/state/latentStart.ts";
import { latentSlice } from "#/state/latentSlice.ts";
import { createLiveEdits } from "#/state/liveEdits.ts";
import { createMetricsBuffer } from "#/state/metricsBuffer.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { createPersistence } from "#/state/persist.ts";
import { preferencesSlice } from "#/state/preferencesSlice.ts";
import { createPreviewLink } from "#/state/previewLink.ts";
import { createRunHistory } from "#/state/runHistory.ts";
import { routeSlice } from "#/state/routeSlice.ts";
import { runSlice } from "#/state/runSlice.ts";
import { createRunStarter } from "#/state/runStart.ts";
import { createSession } from "#/state/session.ts";
import { followTrainer } from "#/state/trainerEvents.ts";
import type { AppState } from "#/state/types.ts";
import { createUndoStack } from "#/state/undoStack.ts";
import { syncUrl } from "#/state/urlSync.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

export type { App } from "#/state/lanes/types.ts";

const firstPreset = "mnist-dense-2";

export function createApp(deps: AppDeps): App {
  const { historyBytes: bytes } = deps;
  const history = bytes === undefined ? {} : { bytes };
  const parts: Parts = { deps, metrics: createMetricsBuffer(), frames: createFrameStore(history) };
  const { link } = deps;

  // Slices call the session when they are used, by when it is there.
  const store: AppStore = createStore<AppState>(() => ({
    ...experimentSlice(
      () => store,
      () => session,
      link,
    ),
    ...runSlice(
      () => store,
      () => session,
      link,
    ),
    ...latentSlice(() => store, parts, link.config.model.latent),
    ...historySlice(() => store, parts),
    ...evaluationSlice(() => store, parts),
    ...diagnosisSlice(() => store),
    ...routeSlice(() => store, link),
    tools: null,
    ...preferencesSlice(() => store, deps, startFresh),
  }));

  const undoStack = createUndoStack(
    { preset: link.preset, draft: link.config, built: link.config, run: 0 },
    deps.now,
  );
  const previews = createPreviewLink(store, parts);
  const persistence = createPersistence(store, parts);
  const kept = createCheckpointShelf(history);
  const starter = createRunStarter(store, parts, (plan, sent) => {
    previews.begin(sent);
    kept.clear();
    if (plan.checkpoint !== null) onCheckpoint(plan.checkpoint);
  });
  const edits = createLiveEdits(store, parts, () => starter.starting);
  const runs = createRunHistory(store, parts, { starter, edits, undoStack });
  const train = () => session.begin();
  const opening = createBoot(store, parts, { starter, persistence, undoStack, train });
  const session = createSession(store, parts, { starter, edits, runs, boot: opening.run });
  const unfollow = followTrainer(store, parts, { starter, edits, previews, onCheckpoint });
  const unsync = syncUrl(store, deps);
  const stopDiagnosis = diagnoseOnceTrained(store, parts);

  function onCheckpoint(checkpoint: Checkpoint): void {
    persistence.saveRun(checkpoint);
    kept.add(checkpoint);
  }

  async function startFresh(): Promise<void> {
    await persistence.forget();
    await session.loadPreset(firstPreset);
    const { latent } = store.getState().config.model;
    store.setState({ ...latentStart(latent), touched: false });
  }

  const app: App = {
    store,
    metrics: parts.metrics,
    frames: parts.frames,
    decoder: createLiveDecoder(store, parts),
    inspector: createInspector(store, parts),
    ownImages: deps.ownImages,
    ...createLaneDoor(() => app, deps, createApp),
    session,
    trainer: deps.trainer,
    kept,
    refresh: previews.refresh,
    boot: opening.run,
    open: opening.open,
    ready: opening.ready,
    [Symbol.dispose]() {
      unfollow();
      unsync();
      stopDiagnosis();
      deps.trainer.dispose();
    },
  };
  return app;
}
