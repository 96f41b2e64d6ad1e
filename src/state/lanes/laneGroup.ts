/**
 * A group of lanes as everybody holds it. How lanes come and go is laneArrivals.ts, what they have in
 * common laneSeats.ts, what they do together laneRuns.ts and laneTable.ts.
 */
import { createStore } from "zustand";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { describeDifference } from "#/core/experiment/diff.ts";
import type { LinkLane } from "#/core/experiment/linkLanes.ts";
import { configAtStep } from "#/core/experiment/live.ts";
import { createLaneArrivals } from "#/state/lanes/laneArrivals.ts";
import { createLaneBegin } from "#/state/lanes/laneBegin.ts";
import { missing } from "#/state/lanes/laneFaults.ts";
import { appAt, lanePlan, shared, stepOfFrame, stepPlan } from "#/state/lanes/lanePlan.ts";
import { pauseLanes, resetLanes, trainLanes } from "#/state/lanes/laneRuns.ts";
import { createLaneSeats } from "#/state/lanes/laneSeats.ts";
import type { LaneStorage } from "#/state/lanes/laneStorage.ts";
import { notMeasured } from "#/state/lanes/laneTable.ts";
import type { LaneWorld } from "#/state/lanes/laneWorld.ts";
import {
  type App,
  type Lane,
  type LaneGroup,
  type LaneGroupState,
  laneLetters,
} from "#/state/lanes/types.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";

export interface LaneGroupHost {
  readonly group: LaneGroup;
  /** A lane of a link, with its stored run where there is one. @throws EngineError as `add` does. */
  readonly takeUp: (lane: LinkLane) => Promise<Lane>;
}

const empty: LaneGroupState = {
  lanes: [],
  scale: "nats",
  alignedBy: null,
  alignments: [],
  measurement: notMeasured,
  problem: null,
  removed: null,
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
  const arrivals = createLaneArrivals(world, storage, seats, store);
  const { apps } = seats;
  const hand = createLaneBegin(page, apps);
  const { arrive, inTurn } = arrivals;
  let removed: readonly { readonly index: number; readonly lane: LinkLane }[] = [];
  let returning: Promise<void> | null = null;

  // The handle no longer goes round by itself: several would pull at it.
  first.app.store.setState({ touched: true });
  seats.put(first.id, first.app, 0);

  function keepRemoved(next: typeof removed): void {
    removed = next;
    const last = removed.at(-1);
    store.setState({ removed: last === undefined ? null : (laneLetters[last.index] ?? null) });
  }

  async function bringBack(): Promise<void> {
    const back = removed.at(-1);
    if (back === undefined) return;
    await arrive(() => shared(back.lane, appAt(apps(), 0)), back.index);
    keepRemoved(removed.filter((entry) => entry !== back));
  }

  const group: LaneGroup = {
    store,
    add: (plan) => arrive(() => lanePlan(plan, apps())),
    addFromFrame: (from, frame) =>
      arrive(() => {
        const app = appAt(apps(), from);
        return stepPlan(app, stepOfFrame(app, frame));
      }),
    addFromStep: (from, step) => arrive(() => stepPlan(appAt(apps(), from), step)),
    remove: (index) =>
      inTurn(() => {
        if (index === 0) throw missing("lane", index, apps().length, 1);
        const app = appAt(apps(), index);
        hand.withdraw(app);
        keepRemoved([...removed, { index, lane: laneOf(app) }]);
        seats.take(index);
        arrivals.end(app);
        store.setState({ problem: null });
      }),
    restore() {
      // Asked for again before it is here, a lane comes back once.
      returning ??= bringBack().finally(() => {
        returning = null;
      });
      return returning;
    },
    setScale(scale) {
      store.setState({ scale });
    },
    train: ({ lanes, ...how } = {}) => trainLanes(lanes?.map(({ app }) => app) ?? apps(), how),
    begin: ({ lanes, ...how } = {}) => hand.begin(lanes?.map(({ app }) => app) ?? apps(), how),
    pauseAll() {
      hand.withdraw();
      return pauseLanes(apps());
    },
    resetAll: ({ newSeed = false } = {}) => resetLanes(apps(), newSeed ? deps.newSeed() : null),
    difference(index) {
      return describeDifference(endConfig(appAt(apps(), 0)), endConfig(appAt(apps(), index)));
    },
    measure: ({ limit = null, signal } = {}) => seats.table.measure({ limit, signal }),
    align: seats.align,
    [Symbol.dispose]() {
      const lanes = apps();
      hand.withdraw();
      arrivals[Symbol.dispose]();
      seats[Symbol.dispose]();
      for (const app of lanes) if (app !== page) arrivals.end(app);
    },
  };

  return { group, takeUp: arrivals.takeUp };
}

/** A lane as a link tells it: what it is built from, and where it went on from. */
export function linkOf({ app, goesOnFrom }: Lane): LinkLane {
  const isTrue = goesOnFrom?.isLost === false && goesOnFrom.runId === app.store.getState().runId;
  return { ...laneOf(app), ...(isTrue && { goesOn: goesOnFrom.step }) };
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
