/**
 * Who sits in a group, in order, and everything that follows from sitting there: one hand, one look,
 * alignment over lane A, clocks, the table. Opens and closes no lane.
 */
import type { StoreApi } from "zustand";
import { sharingFault } from "#/core/experiment/sharing.ts";
import type { AlignmentKind } from "#/core/latent/alignment.ts";
import { followEngine } from "#/state/engineChoice.ts";
import { createLaneAligner } from "#/state/lanes/laneAligner.ts";
import { createLaneClock } from "#/state/lanes/laneClock.ts";
import { createLaneCursor } from "#/state/lanes/laneCursor.ts";
import { createLaneTable, type LaneTable } from "#/state/lanes/laneTable.ts";
import { createMirror, pageKeys, viewKeys } from "#/state/lanes/mirror.ts";
import { type App, type Lane, type LaneGroupState, laneLetters } from "#/state/lanes/types.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";

export interface LaneSeats extends Disposable {
  readonly table: LaneTable;
  apps(): readonly App[];
  put(id: LaneId, app: App, index: number, goesOnFrom?: Lane["goesOnFrom"]): Lane;
  take(index: number): void;
  align(kind: AlignmentKind | null): void;
}

export function createLaneSeats(page: App, store: StoreApi<LaneGroupState>): LaneSeats {
  const clock = createLaneClock();
  const table = createLaneTable(store, clock);
  const aligner = createLaneAligner();
  const preferences = createMirror(pageKeys);
  const views = createMirror(viewKeys);
  const leave = new Map<App, () => void>();
  const apps = () => store.getState().lanes.map(({ app }) => app);
  const cursor = createLaneCursor(apps, (index) => {
    const found = store.getState().alignments[index];
    return found?.kind === "aligned" ? found.alignment : null;
  });
  const leavePage = preferences.join(page.store);
  followEngine(page);

  function realign(): void {
    const { alignedBy, alignments: last } = store.getState();
    const alignments = aligner.align(alignedBy, apps(), last);
    if (alignments.every((alignment, i) => alignment === last[i])) return;
    store.setState({ alignments });
    cursor.realign();
  }

  /** Says of each lane whether it sees lane A's images, where that may have changed. */
  function markMisfits(): void {
    const [lead, ...others] = apps();
    if (lead === undefined) return;
    const { config, dataSets } = lead.store.getState();
    for (const { store: lane } of others) {
      const { fault, config: own } = lane.getState();
      const problem = sharingFault(own, config, dataSets);
      const isMark = fault?.code === "lane-data";
      if (problem === null ? isMark : isMark || fault === null) lane.setState({ fault: problem });
    }
  }

  /** Letters go by position. */
  function seat(lanes: readonly Omit<Lane, "letter">[]): void {
    store.setState({
      lanes: lanes.flatMap(({ id, app, goesOnFrom }, i): Lane[] => {
        const letter = laneLetters[i];
        return letter === undefined ? [] : [{ id, letter, app, goesOnFrom }];
      }),
    });
    table.reorder();
  }

  function followRun(app: App): () => void {
    return app.store.subscribe((state, before) => {
      if (state.runId !== before.runId) table.drop(app);
      // A start clears the lane's fault when it is through.
      if (state.config.data !== before.config.data) void app.session.settled().then(markMisfits);
    });
  }

  return {
    table,
    apps,
    put(id, app, index, goesOnFrom) {
      const { lanes, alignments } = store.getState();
      followEngine(app);
      const stops = [views.join(app.store), clock.join(app.store), followRun(app)];
      if (app !== page) {
        stops.unshift(() => {
          askNoMore(app);
          endReplay(app);
        });
        stops.push(preferences.join(app.store));
      }
      store.setState({ alignments: alignments.toSpliced(index, 0, null) });
      seat(lanes.toSpliced(index, 0, { id, app, letter: "A", goesOnFrom }));
      stops.push(cursor.join(app), aligner.watch(app, realign));
      leave.set(app, () => {
        for (const stop of stops) stop();
      });
      realign();
      const lane = store.getState().lanes[index];
      if (lane === undefined) throw new Error("a group has no fifth seat");
      return lane;
    },
    take(index) {
      const { lanes, alignments } = store.getState();
      const app = lanes[index]?.app;
      if (app === undefined) return;
      leave.get(app)?.();
      leave.delete(app);
      table.drop(app);
      store.setState({ alignments: alignments.toSpliced(index, 1) });
      seat(lanes.toSpliced(index, 1));
    },
    align(alignedBy) {
      store.setState({ alignedBy });
      realign();
    },
    [Symbol.dispose]() {
      for (const stop of leave.values()) stop();
      leave.clear();
      leavePage();
    },
  };
}

/** What a lane would cost that leaves is not to be answered any more, nor to stand on the page. */
function askNoMore({ store }: App): void {
  const { costNotice } = store.getState();
  if (costNotice?.about.includes(store) !== true) return;
  if (costNotice.phase === "asking") costNotice.answer("cancel");
  store.setState({ costNotice: null });
}

/** It may be the one that drives the replay of all. */
function endReplay({ store }: App): void {
  const { replaying, setReplaying, scrubTo } = store.getState();
  if (!replaying) return;
  setReplaying(false);
  scrubTo(null);
}
