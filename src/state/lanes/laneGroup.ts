/**
 * A group of lanes: how they come and go. What they have in common is laneSeats.ts, what they do
 * together laneRuns.ts and laneTable.ts.
 */
import { createStore } from "zustand";
import { describeDifference } from "#/core/experiment/diff.ts";
import type { LinkLane } from "#/core/experiment/linkLanes.ts";
import { configAtStep } from "#/core/experiment/live.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { LaneWorld } from "#/state/lanes/laneWorld.ts";
import { openLaneApp, type LaneStart } from "#/state/lanes/laneApp.ts";
import {
  appAt,
  freshPlan,
  laneMissing,
  lanePlan,
  shared,
  stepOfFrame,
  stepPlan,
} from "#/state/lanes/lanePlan.ts";
import { pauseLanes, resetLanes, trainLanes } from "#/state/lanes/laneRuns.ts";
import { createLaneSeats } from "#/state/lanes/laneSeats.ts";
import type { LaneSlot, LaneStorage } from "#/state/lanes/laneStorage.ts";
import { notMeasured } from "#/state/lanes/laneTable.ts";
import {
  type App,
  type Lane,
  type LaneGroup,
  type LaneGroupState,
  mostLanes,
} from "#/state/lanes/types.ts";
import { faultOf } from "#/state/parts.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";

interface Opened {
  readonly app: App;
  readonly slot: LaneSlot | null;
}

export interface LaneGroupHost {
  readonly group: LaneGroup;
  /** A lane of a link, with its stored run where there is one. @throws EngineError as `add` does. */
  open(lane: LinkLane): Promise<Lane>;
}

const empty: LaneGroupState = {
  lanes: [],
  chosen: 0,
  scale: "nats",
  alignedBy: null,
  alignments: [],
  measurement: notMeasured,
  problem: null,
  canRestore: false,
};

/** @param first lane A, standing ready. The page's own outlives the group. */
export function createLaneGroup(
  world: LaneWorld,
  first: { readonly id: LaneId; readonly app: App },
  storage: LaneStorage,
): LaneGroupHost {
  const { page, deps } = world;
  const store = createStore<LaneGroupState>(() => empty);
  const seats = createLaneSeats(page, store);
  const { apps } = seats;
  const opened = new Map<App, Opened>();
  let removed: readonly { readonly index: number; readonly lane: LinkLane }[] = [];
  let ended = false;
  let queue: Promise<unknown> = Promise.resolve();

  // The handle no longer goes round by itself: several would pull at it.
  first.app.store.setState({ touched: true });
  seats.put(first.id, first.app, 0);

  /** One after the other, so that letters are told in the order asked for. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function take(
    start: (slot: LaneStorage) => Promise<LaneStart & { slot: LaneSlot }>,
    at: () => number,
  ): Promise<Lane> {
    try {
      if (apps().length >= mostLanes) throw new EngineError(lanesFull);
      const { slot, ...how } = await start(storage);
      const id = world.nextId();
      const app = await openLaneApp(world, id, slot.storage, how).catch(async (error: unknown) => {
        await slot.release();
        throw error;
      });
      opened.set(app, { app, slot });
      if (ended) {
        close(app);
        throw new EngineError(groupEnded);
      }
      store.setState({ problem: null });
      return seats.put(id, app, Math.min(at(), apps().length));
    } catch (error) {
      store.setState({ problem: faultOf(error) });
      throw error;
    }
  }

  const last = () => apps().length;

  function addPlanned(plan: () => LaneStart["plan"] | Promise<LaneStart["plan"]>, at = last) {
    return inTurn(() =>
      take(async () => ({ plan: await plan(), stored: false, slot: await storage.claim() }), at),
    );
  }

  function close(app: App): void {
    app[Symbol.dispose]();
    void opened.get(app)?.slot?.release();
    opened.delete(app);
  }

  const group: LaneGroup = {
    store,
    add: (plan) => addPlanned(() => lanePlan(plan, apps())),
    addFromFrame: (from, frame) =>
      addPlanned(() => {
        const app = appAt(apps(), from);
        return stepPlan(app, stepOfFrame(app, frame));
      }),
    addFromStep: (from, step) => addPlanned(() => stepPlan(appAt(apps(), from), step)),
    remove: (index) =>
      inTurn(async () => {
        if (index === 0) throw laneMissing("lane", index, apps().length, 1);
        const app = appAt(apps(), index);
        removed = [...removed, { index, lane: laneOf(app) }];
        seats.take(index);
        close(app);
        store.setState({ canRestore: true, problem: null });
        await Promise.resolve();
      }),
    async restore() {
      const back = removed.at(-1);
      const [lead] = apps();
      if (back === undefined || lead === undefined) return;
      await addPlanned(
        () => shared(back.lane, lead),
        () => back.index,
      );
      removed = removed.filter((entry) => entry !== back);
      store.setState({ canRestore: removed.length > 0 });
    },
    choose(index) {
      appAt(apps(), index);
      store.setState({ chosen: index });
    },
    setScale(scale) {
      store.setState({ scale });
    },
    train: (more = {}) => trainLanes(apps(), more),
    pauseAll: () => pauseLanes(apps()),
    resetAll: ({ newSeed = false } = {}) => resetLanes(apps(), newSeed ? deps.newSeed() : null),
    difference(index) {
      return describeDifference(endConfig(appAt(apps(), 0)), endConfig(appAt(apps(), index)));
    },
    measure: ({ limit = null, signal } = {}) => seats.table.measure({ limit, signal }),
    align: (kind) => {
      seats.align(kind);
    },
    [Symbol.dispose]() {
      ended = true;
      const lanes = apps();
      seats[Symbol.dispose]();
      for (const app of lanes) if (app !== page) close(app);
    },
  };

  function open(lane: LinkLane): Promise<Lane> {
    return inTurn(() =>
      take(async () => {
        const [lead] = apps();
        const plan = lead === undefined ? freshPlan(lane) : shared(lane, lead);
        const kept = await storage.find(lane);
        return { plan, stored: kept !== null, slot: kept ?? (await storage.claim()) };
      }, last),
    );
  }

  return { group, open };
}

/** What a lane is built from, as a link has it. */
export function laneOf({ store }: App): LinkLane {
  const { preset, built, live } = store.getState();
  return { preset, config: built, live };
}

/** With every live change, those still to be replayed too. */
function endConfig({ store }: App): ExperimentConfig {
  const { built, live } = store.getState();
  return configAtStep(built, live, Infinity);
}

const lanesFull: Fault = {
  code: "lanes-full",
  message: `There are ${String(mostLanes)} lanes already.`,
  hint: "Remove a lane first.",
  values: { count: mostLanes },
};

const groupEnded: Fault = {
  code: "cancelled",
  message: "The group was closed meanwhile.",
  hint: "Nothing needs doing.",
};
