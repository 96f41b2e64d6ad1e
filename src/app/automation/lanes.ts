/** `playground.lanes`: the comparison for scripts. What it does is the group's; here it is parsed and told. */
import { inputs, laneIndex, parseInput } from "#/app/automation/input.ts";
import type { LaneInfo, LanesApi } from "#/app/automation/lanesApi.ts";
import { parsePresetId } from "#/core/experiment/parse.ts";
import { EngineError } from "#/core/fault.ts";
import type { App } from "#/state/app.ts";
import { appAt } from "#/state/lanes/lanePlan.ts";
import type { LaneGroup } from "#/state/lanes/types.ts";

/** @throws EngineError "field-invalid" where there is no such lane. */
export async function laneOf(page: App, index: number): Promise<App> {
  return index === 0 ? page : appOf(await page.comparison(), index);
}

export function laneCalls(page: App): LanesApi {
  const group = () => page.comparison();

  /** Where scripts add lanes, readers see them; what trains goes on. */
  function show(): void {
    const { route } = page.store.getState();
    if (route.mode !== "compare") {
      page.store.setState({ route: { ...route, mode: "compare", topic: null, step: 0 } });
    }
  }

  return {
    async add(patch, options) {
      const { from } = parseInput(inputs.addLane, options, "add");
      const lanes = await group();
      const added = await lanes.add(
        typeof patch === "string" ? { preset: presetOf(patch) } : { from, patch },
      );
      show();
      return infoOf(lanes, lanes.store.getState().lanes.indexOf(added));
    },
    async addFromStep(step, options) {
      const at = parseInput(inputs.step, step, "step");
      const { from } = parseInput(inputs.addLane, options, "addFromStep");
      const lanes = await group();
      const added = await lanes.addFromStep(from, at);
      show();
      return infoOf(lanes, lanes.store.getState().lanes.indexOf(added));
    },
    remove: async (lane) => (await group()).remove(indexOf(lane)),
    restore: async () => (await group()).restore(),
    async list() {
      const lanes = await group();
      return lanes.store.getState().lanes.map((_, index) => infoOf(lanes, index));
    },
    async train(more) {
      const { epochs, steps } = parseInput(inputs.train, more, "train");
      return (await group()).train({
        ...(epochs !== undefined && { epochs }),
        ...(steps !== undefined && { steps }),
      });
    },
    pause: async (lane) => appOf(await group(), indexOf(lane)).session.pause(),
    pauseAll: async () => (await group()).pauseAll(),
    async resetAll(options) {
      const { newSeed } = parseInput(inputs.reset, options, "resetAll");
      await (await group()).resetAll({ newSeed });
    },
    async results(options) {
      const { limit = null } = parseInput(inputs.results, options, "results");
      return structuredClone(await (await group()).measure({ limit }));
    },
    difference: async (lane) => structuredClone((await group()).difference(indexOf(lane))),
    async align(kind) {
      const parsed = parseInput(inputs.align, kind, "align");
      const lanes = await group();
      lanes.align(parsed);
      return structuredClone(lanes.store.getState().alignments);
    },
  };
}

const indexOf = (lane: unknown): number => parseInput(laneIndex, lane, "lane");

function appOf({ store }: LaneGroup, index: number): App {
  const apps = store.getState().lanes.map(({ app }) => app);
  return appAt(apps, index);
}

function presetOf(text: string) {
  const preset = parsePresetId(text);
  if (!preset.ok) throw new EngineError(preset.error);
  return preset.value;
}

function infoOf(group: LaneGroup, index: number): LaneInfo {
  const app = appOf(group, index);
  const lane = group.store.getState().lanes[index];
  if (lane === undefined) throw new Error("a lane that was just there is gone");
  const { progress, phase, preset, config } = app.store.getState();
  return structuredClone({
    ...{ lane: index, letter: lane.letter, step: progress?.step ?? 0, phase, preset, config },
    difference: group.difference(index),
  });
}
