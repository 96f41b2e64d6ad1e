/**
 * Opens groups of lanes: the page's comparison with the lanes of its link, and those of benches and
 * lessons. Comes when one is asked for.
 */
import { decodeLanes, encodeLanes } from "#/core/experiment/linkLanes.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import { beginsAnew, leftOut } from "#/state/lanes/laneFaults.ts";
import type { LaneWorld } from "#/state/lanes/laneWorld.ts";
import { openLaneApp } from "#/state/lanes/laneApp.ts";
import { createLaneGroup, laneOf, linkOf } from "#/state/lanes/laneGroup.ts";
import { leadPlan } from "#/state/lanes/lanePlan.ts";
import { noStorage, slotStorage } from "#/state/lanes/laneStorage.ts";
import type { App, LaneGroup, LanePlan } from "#/state/lanes/types.ts";
import { asOneFault } from "#/state/opening.ts";
import { faultOf } from "#/state/parts.ts";
import { notReady } from "#/state/shownModel.ts";
import { mainLane } from "#/worker/protocol/lanes.ts";

/** @throws EngineError where the page has no run. A lane that cannot open is left out and told of. */
export async function openComparison(world: LaneWorld): Promise<LaneGroup> {
  const { page, deps } = world;
  await page.session.settled();
  const { runId, fault, laneLinks } = page.store.getState();
  if (runId === 0) {
    throw fault === null ? notReady("No model is running yet.") : new EngineError(fault);
  }
  const storage = slotStorage(deps.storage);
  const { group, takeUp } = createLaneGroup(world, { id: mainLane, app: page }, storage);
  const { lanes, letters, problems } = decodeLanes(laneLinks, laneOf(page));
  const faults: Fault[] = [...problems];
  for (const [i, lane] of lanes.entries()) {
    const letter = letters[i] ?? "";
    try {
      const { goesOnFrom } = await takeUp(lane);
      if (goesOnFrom?.isLost === true) faults.push(beginsAnew(letter, goesOnFrom.step));
    } catch (error) {
      faults.push(...leftOut(letter, faultOf(error)));
    }
  }
  group.store.setState({ problem: asOneFault(faults) });
  keepInLink(page, group);
  page.store.subscribe(({ route }, { route: before }) => {
    if (before.mode === "compare" && route.mode !== "compare") void group.pauseAll();
  });
  const { mode } = page.store.getState().route;
  // Nobody may be here any more: opening takes its time.
  const wanted = deps.link.autostart === true && deps.link.route.mode === "compare";
  if (wanted && mode === "compare") void group.begin();
  return group;
}

/** @throws EngineError where a lane cannot be opened; nothing is left of the others then. */
export async function openGroup(
  world: LaneWorld,
  [lead, ...others]: readonly LanePlan[],
): Promise<LaneGroup> {
  if (lead === undefined) throw new Error("openGroup: a group has a first lane");
  await world.page.session.settled();
  const id = world.nextId();
  const { storage } = await noStorage.claim();
  const start = { plan: leadPlan(lead, world.page), stored: false };
  const app = await openLaneApp(world, id, storage, start);
  const { group } = createLaneGroup(world, { id, app }, noStorage);
  try {
    for (const plan of others) await group.add(plan);
    return group;
  } catch (error) {
    group[Symbol.dispose]();
    throw error;
  }
}

/** The address tells of every lane, for as long as the page is open. */
function keepInLink({ store: page }: App, { store }: LaneGroup): void {
  const followed = new Map<App, () => void>();

  function write(): void {
    const [lead, ...others] = store.getState().lanes.map(linkOf);
    if (lead === undefined) return;
    const laneLinks = encodeLanes(others, lead);
    const text = (links: typeof laneLinks) => links.join("&");
    const { laneLinks: before } = page.getState();
    if (text(laneLinks) !== text([...before])) page.setState({ laneLinks });
  }

  function follow(): void {
    const apps = store.getState().lanes.map(({ app }) => app);
    for (const [app, stop] of [...followed]) {
      if (apps.includes(app)) continue;
      stop();
      followed.delete(app);
    }
    for (const app of apps) {
      if (followed.has(app)) continue;
      const stop = app.store.subscribe((state, before) => {
        const { preset, built, live, runId } = before;
        const isSame = state.preset === preset && state.built === built && state.live === live;
        if (!isSame || state.runId !== runId) write();
      });
      followed.set(app, stop);
    }
    write();
  }

  store.subscribe((state, before) => {
    if (state.lanes !== before.lanes) follow();
  });
  follow();
}
