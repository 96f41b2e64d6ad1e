/**
 * Live settings on their way to the running model: shown at once, sent, recorded at the step at which
 * the trainer took them up; put back if it refuses.
 */
import { type LiveField, type LiveValue, liveFields } from "#/core/experiment/config.ts";
import { configValue, liveValue, recordLive, withLive } from "#/core/experiment/live.ts";
import { type AppStore, type Parts, faultOf } from "#/state/parts.ts";

export interface LiveEdits {
  /** Brings the running model's live fields to the draft's. Rejects when the trainer refuses one. */
  apply(): Promise<void>;
  /** Takes up changes of a replayed link that the run has just passed. */
  passed(fromStep: number, toStep: number): void;
}

export function createLiveEdits(
  store: AppStore,
  { deps }: Parts,
  isStarting: () => boolean,
): LiveEdits {
  /** Requests made of each field; only the newest one's answer counts. */
  const asked = new Map<LiveField, number>();
  const answered = new Map<LiveField, number>();
  /** The newest step a change was recorded at: the run is there, even if progress lags. */
  let reached = { runId: 0, step: 0 };

  function setBoth(field: LiveField, value: LiveValue, from: LiveValue): void {
    store.setState(({ config, draft }) => ({
      config: withLive(config, field, value),
      draft: configValue(draft, field) === from ? withLive(draft, field, value) : draft,
    }));
  }

  async function send(field: LiveField, value: LiveValue): Promise<void> {
    const { runId, config } = store.getState();
    const before = configValue(config, field);
    const turn = (asked.get(field) ?? 0) + 1;
    asked.set(field, turn);
    setBoth(field, value, before);
    try {
      const change = await deps.trainer.request("setLive", { field, value });
      if (store.getState().runId !== runId) return;
      store.setState(({ live }) => ({ live: recordLive(live, change) }));
      reached = { runId, step: change.step };
      if (asked.get(field) === turn) setBoth(field, value, value);
    } catch (error) {
      if (store.getState().runId === runId && asked.get(field) === turn) {
        setBoth(field, before, value);
      }
      throw error;
    } finally {
      answered.set(field, Math.max(turn, answered.get(field) ?? 0));
    }
  }

  return {
    async apply() {
      const { runId, config, draft } = store.getState();
      // A run that is being started is brought up to the draft when it has begun.
      if (runId === 0 || isStarting()) return;
      const changed = liveFields.filter(
        (field) => configValue(config, field) !== configValue(draft, field),
      );
      await Promise.all(changed.map((field) => send(field, configValue(draft, field))));
    },
    passed(fromStep, toStep) {
      const { runId, live, config, built } = store.getState();
      const now = reached.runId === runId ? Math.max(toStep, reached.step) : toStep;
      for (const field of liveFields) {
        const underWay = (asked.get(field) ?? 0) > (answered.get(field) ?? 0);
        const isDue = live.some((c) => c.field === field && c.step > fromStep && c.step <= toStep);
        if (isDue && !underWay) {
          setBoth(field, liveValue(built, live, field, now), configValue(config, field));
        }
      }
    },
  };
}

/** For edits nobody waits for: a refusal is shown where the run is. */
export function applyShown(store: AppStore, edits: LiveEdits): void {
  edits.apply().catch((error: unknown) => {
    store.setState({ fault: faultOf(error) });
  });
}
