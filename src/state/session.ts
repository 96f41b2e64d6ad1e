/**
 * What can be done to the experiment and its run. Every call throws `EngineError` and changes nothing
 * when it fails; controls show the fault, scripts get it.
 */
import type { ExperimentConfig, ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import { splitChanges } from "#/core/experiment/diff.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import { ok } from "#/core/result.ts";
import type { TrainSummary } from "#/core/training/terms.ts";
import { type LiveEdits, applyShown } from "#/state/liveEdits.ts";
import { type AppStore, type Parts, shown } from "#/state/parts.ts";
import { QUICK, patchKey, patched, workOf } from "#/state/patching.ts";
import type { RunHistory } from "#/state/runHistory.ts";
import type { RunStarter } from "#/state/runStart.ts";
import { notReady } from "#/state/shownModel.ts";
import type { AppState } from "#/state/types.ts";

/** So much more; both are added up. Neither: to the end of the plan. */
export interface TrainMore {
  readonly epochs?: number;
  readonly steps?: number;
}

export interface Session {
  edit(patch: unknown): Fault | null;
  discard(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  restart(options?: { newSeed?: boolean; train?: boolean }): Promise<void>;
  /** With the same seed, a new one, or this. */
  reset(options?: { newSeed?: boolean; seed?: number }): Promise<void>;
  loadPreset(id: PresetId, options?: { train?: boolean; patch?: ExperimentPatch }): Promise<void>;
  /** As `edit`, but restarts when the patch cannot be taken up live. */
  configure(patch: unknown): Promise<{ config: ExperimentConfig; restarted: boolean }>;
  /** Resolves when so much is done, or paused. */
  train(more?: TrainMore): Promise<TrainSummary>;
  /** As `train`, for a person: a run that will take long is asked about first, once an experiment. */
  begin(more?: TrainMore): Promise<void>;
  pause(): Promise<void>;
  setPace(msBetweenSteps: number): Promise<void>;
  retryData(): Promise<void>;
  /** Resolves once no start is under way. */
  settled(): Promise<void>;
}

/** @throws EngineError "not-ready" */
export function stepsOf({ progress, config }: AppState, { epochs, steps }: TrainMore): number {
  if (progress === null) throw notReady("No model is running yet.");
  const { stepsPerEpoch } = progress;
  const planned = config.training.epochs * stepsPerEpoch;
  if (epochs === undefined && steps === undefined) {
    return planned > progress.step ? planned - progress.step : planned;
  }
  return Math.max(1, Math.round((epochs ?? 0) * stepsPerEpoch) + (steps ?? 0));
}

export interface SessionServices {
  readonly starter: RunStarter;
  readonly edits: LiveEdits;
  readonly runs: RunHistory;
  /** Tries once more what the page does when it opens. */
  readonly boot: () => Promise<void>;
}

export function createSession(
  store: AppStore,
  { deps }: Parts,
  services: SessionServices,
): Session {
  const { starter, edits, runs } = services;
  const { trainer } = deps;

  function withSeed(config: ExperimentConfig, seed: number | null): ExperimentConfig {
    return seed === null ? config : { ...config, training: { ...config.training, seed } };
  }

  const seedFor = (newSeed: boolean | undefined) => (newSeed === true ? deps.newSeed() : null);

  let pauses = 0;

  /**
   * Goes on to the same step after a crash, from the checkpoint the worker came back with, unless
   * somebody paused meanwhile.
   */
  async function train(more: TrainMore = {}): Promise<TrainSummary> {
    await starter.settled();
    const pausesBefore = pauses;
    const { runId, progress } = store.getState();
    let steps = stepsOf(store.getState(), more);
    const target = (progress?.step ?? 0) + steps;
    for (;;) {
      try {
        return await trainer.request("train", { steps });
      } catch (error) {
        const crashed = error instanceof EngineError && error.code === "worker-crashed";
        if (!crashed || store.getState().runId !== runId) throw error;
        const restored = await trainer.request("pause", null);
        if (pauses !== pausesBefore) throw error;
        steps = Math.max(1, target - restored.step);
      }
    }
  }

  async function startNew(
    preset: PresetId,
    config: ExperimentConfig,
    draft: ExperimentConfig,
    goOn: boolean,
  ): Promise<void> {
    const pausesBefore = pauses;
    await runs.startNew(preset, config, draft);
    // How it ends is told by events. Whoever paused meanwhile, or went elsewhere, wants it to rest.
    if (goOn && pauses === pausesBefore) void shown(store, begin());
  }

  /** What a person has agreed to wait for. */
  let agreed: string | null = null;
  const nameOf = (config: ExperimentConfig) => JSON.stringify(withSeed(config, 0));

  async function begin(more: TrainMore = {}): Promise<void> {
    const pausesBefore = pauses;
    const isPaused = () => pauses !== pausesBefore;
    await starter.settled();
    if (isPaused()) return;
    const { built, config, preset, dataSets } = store.getState();
    const steps = stepsOf(store.getState(), more);
    if (nameOf(built) !== agreed && workOf(config, dataSets, steps) >= QUICK) {
      const { preflight } = await import("#/state/preflight.ts");
      const chosen = await preflight(store, trainer, steps, isPaused);
      if (chosen === null) return;
      agreed = nameOf(chosen);
      if (chosen !== built) {
        await startNew(preset, chosen, chosen, true);
        return;
      }
    }
    await train(more);
  }

  return {
    train,
    begin,
    settled: () => starter.settled(),
    edit(patch) {
      const { draft, dataSets } = store.getState();
      const next = patched(draft, patch, dataSets);
      if (!next.ok) return next.error;
      runs.edited(next.value, patchKey(patch));
      applyShown(store, edits);
      return null;
    },
    discard() {
      const { config, draft } = store.getState();
      if (config !== draft) runs.edited(config, null);
    },
    undo: () => runs.step("undo"),
    redo: () => runs.step("redo"),
    async restart({ newSeed, train: goOn } = {}) {
      const { draft, preset, progress } = store.getState();
      const next = withSeed(draft, seedFor(newSeed));
      await startNew(preset, next, next, goOn ?? (progress?.step ?? 0) > 0);
    },
    async reset({ newSeed, seed: chosen } = {}) {
      const { config, draft, preset } = store.getState();
      const seed = chosen ?? seedFor(newSeed);
      await startNew(preset, withSeed(config, seed), withSeed(draft, seed), false);
    },
    async loadPreset(id, { train: goOn = true, patch } = {}) {
      const config = presetConfig(id);
      const next =
        patch === undefined ? ok(config) : patched(config, patch, store.getState().dataSets);
      if (!next.ok) throw new EngineError(next.error);
      await startNew(id, next.value, next.value, goOn);
    },
    async configure(patch) {
      await starter.settled();
      const { config, preset, runId, dataSets } = store.getState();
      if (runId === 0) throw notReady("No model is running yet.");
      const next = patched(config, patch, dataSets);
      if (!next.ok) throw new EngineError(next.error);
      const restarted = splitChanges(config, next.value).restart.length > 0;
      if (restarted) await startNew(preset, next.value, next.value, false);
      else {
        runs.edited(next.value, patchKey(patch));
        await edits.apply();
      }
      return { config: store.getState().config, restarted };
    },
    async pause() {
      pauses++;
      await starter.settled();
      if (store.getState().runId !== 0) await trainer.request("pause", null);
    },
    async setPace(msBetweenSteps) {
      store.setState({ pace: msBetweenSteps });
      if (store.getState().runId !== 0) await trainer.request("setPace", { msBetweenSteps });
    },
    async retryData() {
      store.setState({ fault: null });
      if (store.getState().runId === 0) await services.boot();
      else store.setState({ dataset: await trainer.request("retryChunks", null) });
    },
  };
}
