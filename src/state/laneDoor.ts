/** The way from a page to groups of lanes. Their code is a chunk of its own, fetched with the first. */
import type { AppDeps } from "#/state/deps.ts";
import type { LaneWorld } from "#/state/lanes/laneWorld.ts";
import type { App, AppHandle, LaneGroup } from "#/state/lanes/types.ts";
import { mainLane } from "#/worker/protocol/lanes.ts";

export function createLaneDoor(
  page: () => App,
  deps: AppDeps,
  create: LaneWorld["create"],
): Pick<AppHandle, "comparison" | "openGroup"> {
  let lastId = mainLane;
  let comparison: Promise<LaneGroup> | null = null;

  const world = (): LaneWorld => ({ page: page(), deps, create, nextId: () => ++lastId });
  const groups = () => import("#/state/lanes/groups.ts");

  return {
    comparison() {
      comparison ??= groups().then(({ openComparison }) => openComparison(world()));
      // What could not be fetched can be asked for again.
      comparison.catch(() => (comparison = null));
      return comparison;
    },
    openGroup: async (plans) => (await groups()).openGroup(world(), plans),
  };
}
