/**
 * Lanes on their way in and out: one after the other, whole or not at all, each with a place to be kept
 * in. What goes wrong stands as the group's problem too, where the lane would be.
 */
import type { StoreApi } from "zustand";
import type { LinkLane } from "#/core/experiment/linkLanes.ts";
import { EngineError } from "#/core/fault.ts";
import { isMoving } from "#/state/lanes/laneAligner.ts";
import { openLaneApp } from "#/state/lanes/laneApp.ts";
import { groupClosed, lanesFull } from "#/state/lanes/laneFaults.ts";
import { freshPlan, shared } from "#/state/lanes/lanePlan.ts";
import type { LaneSeats } from "#/state/lanes/laneSeats.ts";
import type { LaneSlot, LaneStorage } from "#/state/lanes/laneStorage.ts";
import type { LaneWorld } from "#/state/lanes/laneWorld.ts";
import {
  type App,
  type Lane,
  type LaneGroupState,
  type LaneOrigin,
  mostLanes,
} from "#/state/lanes/types.ts";
import { faultOf } from "#/state/parts.ts";
import type { StartPlan } from "#/state/runStart.ts";

interface Arrival {
  readonly plan: StartPlan;
  readonly slot: LaneSlot;
  /** Whether the slot holds its run. */
  readonly stored: boolean;
  /** The step its link says it went on from. */
  readonly goesOn?: number | undefined;
}

export interface LaneArrivals extends Disposable {
  /** Does a task after those asked for before it, so that letters are told in that order. */
  inTurn<T>(task: () => T | Promise<T>): Promise<T>;
  /** Takes its seat at `at`, last unless given. @throws EngineError */
  arrive(plan: () => StartPlan | Promise<StartPlan>, at?: number): Promise<Lane>;
  /** A lane of a link, with its stored run where there is one. @throws EngineError */
  takeUp(lane: LinkLane): Promise<Lane>;
  /** Ends an application that has no seat any more, and forgets what was kept of it. */
  end(app: App): void;
}

export function createLaneArrivals(
  world: LaneWorld,
  storage: LaneStorage,
  seats: LaneSeats,
  store: StoreApi<LaneGroupState>,
): LaneArrivals {
  const slots = new Map<App, LaneSlot>();
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(task: () => T | Promise<T>): Promise<T> {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function end(app: App): void {
    app[Symbol.dispose]();
    // Whoever waits for it to rest hears no more of it.
    if (isMoving(app.store.getState())) app.store.setState({ phase: "paused" });
    void slots.get(app)?.release();
    slots.delete(app);
  }

  async function enter(arrival: () => Promise<Arrival>, at: number): Promise<Lane> {
    if (seats.apps().length >= mostLanes) throw new EngineError(lanesFull);
    const { slot, goesOn, ...start } = await arrival();
    const id = world.nextId();
    const opening = openLaneApp(world, id, slot.storage, start, seats.apps()[0]);
    const app = await opening.catch(async (error: unknown) => {
      await slot.release();
      throw error;
    });
    slots.set(app, slot);
    if (closed) {
      end(app);
      throw new EngineError(groupClosed);
    }
    store.setState({ problem: null });
    const origin = originOf(app, start.plan.checkpoint?.step ?? goesOn);
    keepOrigin(app, slot, origin);
    return seats.put(id, app, Math.min(at, seats.apps().length), origin);
  }

  function told(arrival: () => Promise<Arrival>, at: number): Promise<Lane> {
    return inTurn(() =>
      enter(arrival, at).catch((error: unknown) => {
        store.setState({ problem: faultOf(error) });
        throw error;
      }),
    );
  }

  return {
    inTurn,
    end,
    arrive: (plan, at = mostLanes) =>
      told(async () => ({ plan: await plan(), slot: await storage.claim(), stored: false }), at),
    takeUp: (lane) =>
      told(async () => {
        const [lead] = seats.apps();
        const plan = lead === undefined ? freshPlan(lane) : shared(lane, lead);
        const kept = await storage.find(lane);
        const slot = kept ?? (await storage.claim());
        return { plan, slot, stored: kept !== null, goesOn: lane.goesOn };
      }, mostLanes),
    [Symbol.dispose]() {
      closed = true;
    },
  };
}

/** @param step that it went on from, or would have; undefined where it did not. */
function originOf({ store }: App, step: number | undefined): LaneOrigin | undefined {
  const { runId, progress } = store.getState();
  return step === undefined ? step : { runId, step, isLost: (progress?.step ?? 0) < step };
}

/** Beside the run, for as long as it is that run. */
function keepOrigin({ store }: App, slot: LaneSlot, origin: LaneOrigin | undefined): void {
  void slot.keepOrigin(origin === undefined || origin.isLost ? null : origin.step);
  store.subscribe(({ runId }, { runId: before }) => {
    if (runId !== before) void slot.keepOrigin(null);
  });
}
