/**
 * The table of results: measures lane after lane, shows what has come in, and keeps it until a lane is
 * begun anew. One measuring at a time; a new one takes the place of the last.
 */
import type { StoreApi } from "zustand";
import { sharingFault } from "#/core/experiment/sharing.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { LaneClock } from "#/state/lanes/laneClock.ts";
import { measureLane } from "#/state/lanes/laneMeasure.ts";
import type {
  App,
  Lane,
  LaneGroupState,
  LaneMeasurement,
  LaneResult,
} from "#/state/lanes/types.ts";
import { faultOf } from "#/state/parts.ts";
import { throwIfAborted } from "#/worker/protocol/errors.ts";

export const notMeasured: LaneMeasurement = { status: "none", results: [], fault: null };

export interface LaneTable {
  /** @throws EngineError; "cancelled" when stopped, with everything as it was before. */
  measure(options: {
    readonly limit: number | null;
    readonly signal: AbortSignal | undefined;
  }): Promise<readonly LaneResult[]>;
  /** Forgets what a run showed that is no more. */
  drop(app: App): void;
  /** Puts the results in the order of the lanes, under their letters. */
  reorder(): void;
}

export function createLaneTable(store: StoreApi<LaneGroupState>, clock: LaneClock): LaneTable {
  const known = new Map<App, LaneResult>();
  let running: AbortController | null = null;

  function results(): LaneResult[] {
    return store.getState().lanes.flatMap(({ app, letter }) => {
      const result = known.get(app);
      return result === undefined ? [] : [{ ...result, letter }];
    });
  }

  function show(change: Partial<LaneMeasurement>): void {
    store.setState(({ measurement }) => ({
      measurement: { ...measurement, results: results(), ...change },
    }));
  }

  /** The first fault of a lane; null when all have figures. */
  async function measureAll(
    lanes: readonly Lane[],
    options: { readonly limit: number | null; readonly signal: AbortSignal },
  ): Promise<Fault | null> {
    const [lead] = lanes;
    if (lead === undefined) return null;
    const { config, dataSets } = lead.app.store.getState();
    const { seed } = config.training;
    let fault: Fault | null = null;
    for (const lane of lanes) {
      throwIfAborted(options.signal);
      const other = sharingFault(lane.app.store.getState().config, config, dataSets);
      const { runId } = lane.app.store.getState();
      try {
        if (other !== null) throw new EngineError(other);
        const seconds = () => clock.seconds(lane.app.store);
        const result = await measureLane(lane, { ...options, seed }, seconds);
        if (lane.app.store.getState().runId === runId) known.set(lane.app, result);
        show({});
      } catch (error) {
        if (options.signal.aborted) throw error;
        // The other lanes have figures all the same.
        fault ??= faultOf(error);
      }
    }
    return fault;
  }

  return {
    async measure({ limit, signal }) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const before = new Map(known);
      const last = store.getState().measurement;
      const either = signal === undefined ? mine.signal : AbortSignal.any([signal, mine.signal]);
      known.clear();
      show({ status: "measuring", fault: null });
      try {
        const { lanes } = store.getState();
        const fault = await measureAll(lanes, { limit, signal: either });
        show({ status: fault === null ? "done" : "failed", fault });
        const found = results();
        if (fault !== null && found.length === 0) throw new EngineError(fault);
        return found;
      } catch (error) {
        if (running === mine && either.aborted) {
          for (const [app, result] of before) known.set(app, result);
          show({ status: last.status === "measuring" ? "none" : last.status, fault: last.fault });
        }
        throw error;
      } finally {
        if (running === mine) running = null;
      }
    },
    drop(app) {
      if (known.delete(app)) show({});
    },
    reorder() {
      if (known.size > 0) show({});
    },
  };
}
