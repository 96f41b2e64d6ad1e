/**
 * Starting runs: the newest start wins, the state changes only once the trainer has taken it up, and
 * a refused start leaves everything as it was. Decides nothing about what to start.
 */
import { configAtStep } from "#/core/experiment/live.ts";
import type { ExperimentConfig, LiveChange, PresetId } from "#/core/experiment/config.ts";
import { EngineError } from "#/core/fault.ts";
import type { MetricsColumns } from "#/state/metricsBuffer.ts";
import { latentForRun } from "#/state/latentStart.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { previewRequest } from "#/state/previewRequest.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";
import type { PreviewRequest } from "#/worker/protocol/preview.ts";

export interface StartPlan {
  readonly preset: PresetId;
  readonly built: ExperimentConfig;
  /** Replayed at their steps. */
  readonly live: readonly LiveChange[];
  /** Null starts at step 0. */
  readonly checkpoint: Checkpoint | null;
  /** Curves up to the checkpoint; null begins empty ones. */
  readonly metrics: MetricsColumns | null;
}

export interface RunStarter {
  /** @throws EngineError; "cancelled" when another start took its place. */
  start(plan: StartPlan): Promise<void>;
  /** Resolves once no start is under way; never rejects. */
  settled(): Promise<void>;
  /** Makes `settled` wait for a task too: the opening of the page, which ends in a start. */
  hold(task: Promise<unknown>): void;
  readonly starting: boolean;
  /** The run that is being started; events about its data count already. */
  readonly pendingId: number | null;
}

export function createRunStarter(
  store: AppStore,
  { deps, metrics, frames }: Parts,
  onBegin: (plan: StartPlan, sent: PreviewRequest) => void,
): RunStarter {
  let lastId = 0;
  let pendingId: number | null = null;
  let settled: Promise<unknown> = Promise.resolve();

  async function begin(runId: number, plan: StartPlan): Promise<void> {
    const { built, live, checkpoint } = plan;
    const before = store.getState();
    const place = latentForRun(before, built);
    const preview = previewRequest({ ...before, ...place }, null);
    const info = await deps.trainer.request("start", {
      runId,
      config: built,
      live,
      checkpoint,
      preview,
      engine: before.engineChoice,
    });
    if (pendingId !== runId) throw superseded();
    metrics.begin();
    if (plan.metrics !== null) metrics.restore(plan.metrics);
    frames.clear();
    store.setState((state) => ({
      ...place,
      runId,
      preset: plan.preset,
      built,
      live,
      config: configAtStep(built, live, info.progress.step),
      progress: info.progress,
      phase: info.progress.phase,
      dataset: info.dataset,
      engine: info.engine,
      restartedAt: null,
      diagnosis: null,
      scrubbed: null,
      replaying: false,
      frameVersion: state.frameVersion + 1,
    }));
    onBegin(plan, preview);
  }

  async function start(plan: StartPlan): Promise<void> {
    const runId = ++lastId;
    const { phase } = store.getState();
    pendingId = runId;
    store.setState({ phase: "loading" });
    try {
      await begin(runId, plan);
    } catch (error) {
      if (pendingId === runId) {
        const { runId: kept, progress } = store.getState();
        store.setState({ phase: kept === 0 ? "failed" : (progress?.phase ?? phase) });
      }
      throw error;
    } finally {
      if (pendingId === runId) pendingId = null;
    }
  }

  function hold(task: Promise<unknown>): void {
    settled = Promise.allSettled([settled, task]);
  }

  return {
    start(plan) {
      const started = start(plan);
      hold(started);
      return started;
    },
    hold,
    async settled() {
      for (let seen: unknown = null; seen !== settled;) {
        seen = settled;
        await settled;
      }
    },
    get starting() {
      return pendingId !== null;
    },
    get pendingId() {
      return pendingId;
    },
  };
}

function superseded(): EngineError {
  return new EngineError({
    code: "cancelled",
    message: "Another experiment was started meanwhile.",
    hint: "Nothing needs doing.",
  });
}
