/**
 * Opening the page: backend, manifest and storage at once, then the first run. Every failure ends as
 * a sentence where the run would be, and can be tried again.
 */
import { configAtStep } from "#/core/experiment/live.ts";
import { EngineError } from "#/core/fault.ts";
import { checkpointInvalid, chooseOpening, trainsByItself, type Opening } from "#/state/opening.ts";
import { type AppStore, type Parts, faultOf, shown } from "#/state/parts.ts";
import type { Persistence, StoredSession } from "#/state/persist.ts";
import type { RunStarter, StartPlan } from "#/state/runStart.ts";
import type { UndoStack } from "#/state/undoStack.ts";

export interface BootServices {
  readonly starter: RunStarter;
  readonly persistence: Persistence;
  readonly undoStack: UndoStack;
  readonly train: () => Promise<unknown>;
}

export interface Boot {
  /** Never rejects. */
  run(): Promise<void>;
  /** Opens with a run decided elsewhere, as lanes do. @throws EngineError */
  open(plan: StartPlan): Promise<void>;
  /** Resolves when the backend is chosen; rejects when none works. */
  readonly ready: Promise<void>;
}

export function createBoot(store: AppStore, { deps }: Parts, services: BootServices): Boot {
  const { starter, persistence, undoStack, train } = services;
  let chosen: () => void = () => undefined;
  let refused: (error: unknown) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    chosen = resolve;
    refused = reject;
  });
  // Scripts wait for it; without any, its rejection is told as a fault below.
  ready.catch(() => undefined);

  async function chooseBackend(): Promise<void> {
    const { dataUrl, wasmUrl, link } = deps;
    const params = { dataUrl, wasmUrl, backend: link.backend ?? "auto" } as const;
    try {
      store.setState({ backend: await deps.trainer.request("initialise", params) });
      chosen();
    } catch (error) {
      refused(error);
      throw error;
    }
  }

  async function readManifest(): Promise<void> {
    // Where storage is denied there are no sets of one's own; who wants to import one is told so.
    const own = deps.ownImages().then((images) => images.open());
    const [manifest, ownSets] = await Promise.all([deps.loadManifest(), own.catch(() => [])]);
    if (!manifest.ok) throw new EngineError(manifest.error);
    store.setState({ dataSets: [...manifest.value.sets, ...ownSets] });
  }

  async function begin({ plan, draft, fault }: Opening): Promise<void> {
    store.setState((state) => ({
      preset: plan.preset,
      config: plan.built,
      built: plan.built,
      draft,
      fault: fault ?? state.fault,
    }));
    try {
      await starter.start(plan);
    } catch (error) {
      if (plan.checkpoint === null || faultOf(error).code === "cancelled") throw error;
      store.setState({ fault: checkpointInvalid });
      await starter.start({ ...plan, checkpoint: null, metrics: null });
    }
    const { runId } = store.getState();
    undoStack.begin({ preset: plan.preset, draft, built: plan.built, run: runId });
  }

  /** With nothing stored it is settled at once that this visit trains. */
  async function readStored(): Promise<StoredSession | null> {
    const stored = await persistence.load();
    if (stored === null && trainsByItself(deps.link, deps.reducedMotion)) {
      store.setState({ startsItself: true });
      const stop = store.subscribe(({ phase }) => {
        if (phase === "loading" || phase === "ready") return;
        stop();
        store.setState({ startsItself: false });
      });
    }
    return stored;
  }

  async function open(): Promise<void> {
    store.setState({ phase: "loading" });
    const [stored] = await Promise.all([readStored(), chooseBackend(), readManifest()]);
    const { dataSets } = store.getState();
    const opening = chooseOpening(deps.link, stored, dataSets, deps.reducedMotion);
    await begin(opening);
    if (opening.train) void shown(store, train());
  }

  async function openWith(plan: StartPlan): Promise<void> {
    store.setState({ phase: "loading" });
    const draft = configAtStep(plan.built, plan.live, plan.checkpoint?.step ?? 0);
    await chooseBackend();
    await begin({ plan, draft, train: false, fault: null });
  }

  async function openTold(): Promise<void> {
    try {
      await open();
    } catch (error) {
      const fault = faultOf(error);
      if (fault.code !== "cancelled") store.setState({ phase: "failed", fault });
    }
  }

  function held(opened: Promise<void>): Promise<void> {
    starter.hold(opened);
    return opened;
  }

  return {
    ready,
    run: () => held(openTold()),
    open: (plan) => held(openWith(plan)),
  };
}
