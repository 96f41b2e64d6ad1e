/**
 * Puts the application together from what it is given: one store and its services, nothing shared
 * between two of them. Knows neither browser nor React.
 */
import { createStore } from "zustand";
import { type Boot, createBoot } from "#/state/boot.ts";
import type { AppHandle } from "#/state/context.tsx";
import { createLiveDecoder } from "#/state/decoder.ts";
import type { AppDeps } from "#/state/deps.ts";
import { diagnoseOnceTrained, diagnosisSlice } from "#/state/diagnosisStart.ts";
import { evaluationSlice } from "#/state/evaluationSlice.ts";
import { experimentSlice } from "#/state/experimentSlice.ts";
import { createFrameStore } from "#/state/frames.ts";
import { historySlice } from "#/state/historySlice.ts";
import { createInspector } from "#/state/inspector.ts";
import type { LaneGroup } from "#/state/lanes/types.ts";
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
import { createSession, type Session } from "#/state/session.ts";
import { followTrainer } from "#/state/trainerEvents.ts";
import type { AppState } from "#/state/types.ts";
import { createUndoStack } from "#/state/undoStack.ts";
import { syncUrl } from "#/state/urlSync.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

export interface App extends AppHandle, Disposable {
  readonly session: Session;
  readonly trainer: TrainerApi;
  /** A new picture where nothing trains: after the weights were changed from outside. */
  readonly refresh: () => Promise<void>;
  /** Opens the page: see boot.ts. */
  readonly boot: Boot["run"];
  readonly ready: Boot["ready"];
}

const firstPreset = "mnist-dense-2";

export function createApp(deps: AppDeps): App {
  const parts: Parts = { deps, metrics: createMetricsBuffer(), frames: createFrameStore() };
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
    ),
    ...latentSlice(() => store, parts, link.config.model.latent),
    ...historySlice(() => store, parts),
    ...evaluationSlice(() => store, parts),
    ...diagnosisSlice(() => store),
    ...routeSlice(() => store),
    ...preferencesSlice(() => store, deps, startFresh),
  }));

  const undoStack = createUndoStack(
    { preset: link.preset, draft: link.config, built: link.config, run: 0 },
    deps.now,
  );
  const previews = createPreviewLink(store, parts);
  const persistence = createPersistence(store, parts);
  const starter = createRunStarter(store, parts, (plan, sent) => {
    previews.begin(sent);
    if (plan.checkpoint !== null) persistence.saveRun(plan.checkpoint);
  });
  const edits = createLiveEdits(store, parts, () => starter.starting);
  const runs = createRunHistory(store, parts, { starter, edits, undoStack });
  const train = () => session.begin();
  const opening = createBoot(store, parts, { starter, persistence, undoStack, train });
  const session = createSession(store, parts, { starter, edits, runs, boot: opening.run });
  const onCheckpoint = persistence.saveRun;
  const unfollow = followTrainer(store, parts, { starter, edits, previews, onCheckpoint });
  const unsync = syncUrl(store, deps);
  const stopDiagnosis = diagnoseOnceTrained(store, parts);

  async function startFresh(): Promise<void> {
    await persistence.forget();
    await session.loadPreset(firstPreset);
    const { latent } = store.getState().config.model;
    store.setState({ ...latentStart(latent), touched: false });
  }

  let comparison: Promise<LaneGroup> | null = null;
  const world = async () => {
    const lanes = await import("#/state/lanes/groups.ts");
    return { lanes, world: { page: app, deps, create: createApp } };
  };

  const app: App = {
    store,
    metrics: parts.metrics,
    frames: parts.frames,
    decoder: createLiveDecoder(store, parts),
    inspector: createInspector(store, parts),
    ownImages: deps.ownImages,
    comparison() {
      comparison ??= world().then(({ lanes, world }) => lanes.openComparison(world));
      // What could not be fetched can be asked for again.
      comparison.catch(() => (comparison = null));
      return comparison;
    },
    openGroup: async (plans) => {
      const { lanes, world: its } = await world();
      return lanes.openGroup(its, plans);
    },
    session,
    trainer: deps.trainer,
    refresh: previews.refresh,
    boot: opening.run,
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
