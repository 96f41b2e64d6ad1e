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

interface EndedTable extends Pick<LaneMeasurement, "status" | "fault"> {
  readonly known: Map<App, LaneResult>;
}

export function createLaneTable(store: StoreApi<LaneGroupState>, clock: LaneClock): LaneTable {
  const known = new Map<App, LaneResult>();
  let running: AbortController | null = null;
  /** The last table that came to an end: what stands there again when a measuring is stopped. */
  let ended: EndedTable = { known: new Map(), status: "none", fault: null };

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

  /** A lane that has gone, or was begun anew, has no figures to wait for. */
  function isSeated(app: App, runId: number): boolean {
    const seated = store.getState().lanes.some((lane) => lane.app === app);
    return seated && app.store.getState().runId === runId;
  }

  /** The first fault of a lane; null when all that are still there have figures. */
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
      const { app } = lane;
      const { runId, config: own } = app.store.getState();
      if (!isSeated(app, runId)) continue;
      const other = sharingFault(own, config, dataSets);
      try {
        if (other !== null) throw new EngineError(other);
        const seconds = () => clock.seconds(app.store);
        const result = await measureLane(lane, { ...options, seed }, seconds);
        if (isSeated(app, runId)) known.set(app, result);
        show({});
      } catch (error) {
        if (options.signal.aborted) throw error;
        // The other lanes have figures all the same.
        if (isSeated(app, runId)) fault ??= faultOf(error);
      }
    }
    return fault;
  }

  return {
    async measure({ limit, signal }) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const either = signal === undefined ? mine.signal : AbortSignal.any([signal, mine.signal]);
      known.clear();
      show({ status: "measuring", fault: null });
      try {
        const { lanes } = store.getState();
        const fault = await measureAll(lanes, { limit, signal: either });
        const status = fault === null ? "done" : "failed";
        ended = { known: new Map(known), status, fault };
        show({ status, fault });
        const found = results();
        if (fault !== null && found.length === 0) throw new EngineError(fault);
        return found;
      } catch (error) {
        if (running === mine && either.aborted) {
          known.clear();
          for (const [app, result] of ended.known) known.set(app, result);
          show({ status: ended.status, fault: ended.fault });
        }
        throw error;
      } finally {
        if (running === mine) running = null;
      }
    },
    drop(app) {
      ended.known.delete(app);
      if (known.delete(app)) show({});
    },
    reorder() {
      if (known.size > 0) show({});
    },
  };
}
