/**
 * Runs come and go: starting one so that undo can leave it again, and bringing one back, weights and
 * curves and all.
 */
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import { EngineError } from "#/core/fault.ts";
import type { LiveEdits } from "#/state/liveEdits.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { misfit } from "#/state/patching.ts";
import type { RunStarter } from "#/state/runStart.ts";
import type { UndoEntry, UndoStack } from "#/state/undoStack.ts";

export interface RunHistory {
  /** An edit of the settings beside the same run. `key`: see `UndoStack.push`. */
  edited(draft: ExperimentConfig, key: string | null): void;
  /** @throws EngineError; nothing has changed then. */
  startNew(preset: PresetId, config: ExperimentConfig, draft: ExperimentConfig): Promise<void>;
  /** @throws EngineError; nothing has changed then. */
  step(direction: "undo" | "redo"): Promise<void>;
}

export function createRunHistory(
  store: AppStore,
  { deps, metrics }: Parts,
  services: {
    readonly starter: RunStarter;
    readonly edits: LiveEdits;
    readonly undoStack: UndoStack;
  },
): RunHistory {
  const { starter, edits, undoStack } = services;

  function publish(): void {
    const { canUndo, canRedo } = undoStack;
    store.setState({ canUndo, canRedo, draft: undoStack.present.draft });
  }

  /** Remembers the run on screen whole, so that it can come back. */
  async function keepRun(): Promise<void> {
    const { runId, progress, live } = store.getState();
    if (runId === 0 || progress === null || progress.step === 0) return;
    // A run that cannot be saved starts again from its seed.
    const checkpoint = await deps.trainer.request("checkpoint", null).catch(() => null);
    if (checkpoint === null) return;
    undoStack.keep(undoStack.present.run, { live, checkpoint, metrics: metrics.snapshot() });
  }

  /** What a run does not carry itself. */
  async function settleIn(): Promise<void> {
    store.setState({ fault: null });
    const { pace } = store.getState();
    if (pace !== 0) await deps.trainer.request("setPace", { msBetweenSteps: pace });
    await edits.apply();
  }

  async function bringBack(entry: UndoEntry): Promise<void> {
    const kept = undoStack.kept(entry.run);
    await starter.start({
      preset: entry.preset,
      built: kept?.checkpoint.config ?? entry.built,
      live: kept?.live ?? [],
      checkpoint: kept?.checkpoint ?? null,
      metrics: kept?.metrics ?? null,
    });
  }

  return {
    edited(draft, key) {
      undoStack.push({ ...undoStack.present, draft }, key);
      publish();
    },
    async startNew(preset, config, draft) {
      const problem = misfit(config, store.getState().dataSets);
      if (problem !== null) throw new EngineError(problem);
      await keepRun();
      const plan = { preset, built: config, live: [], checkpoint: null, metrics: null };
      await starter.start(plan);
      undoStack.push({ preset, draft, built: config, run: store.getState().runId }, null);
      publish();
      await settleIn();
    },
    async step(direction) {
      const leaving = undoStack.present;
      const to = direction === "undo" ? undoStack.undo() : undoStack.redo();
      if (to === leaving) return;
      if (to.run === leaving.run) {
        publish();
        await edits.apply();
        return;
      }
      const back = direction === "undo" ? undoStack.redo : undoStack.undo;
      back();
      await keepRun();
      await bringBack(to);
      if (direction === "undo") undoStack.undo();
      else undoStack.redo();
      publish();
      await settleIn();
    },
  };
}
