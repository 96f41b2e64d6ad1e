/** What a new lane starts as: a preset, another lane or a moment of its history, on the images of lane A. */
import { liveFields } from "#/core/experiment/config.ts";
import type { LinkLane } from "#/core/experiment/linkLanes.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { onImagesOf, sharingFault } from "#/core/experiment/sharing.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import { type Result, ok } from "#/core/result.ts";
import { missing } from "#/state/lanes/laneFaults.ts";
import type { App, LaneGroup, LanePlan } from "#/state/lanes/types.ts";
import { misfit, patchKey, patched } from "#/state/patching.ts";
import type { StartPlan } from "#/state/runStart.ts";

export type AddPlan = Parameters<LaneGroup["add"]>[0];

type Found = Result<LinkLane, Fault>;

/** The first lane of a group. @throws EngineError as `configure` does. */
export function leadPlan({ preset, patch = {} }: LanePlan, page: App): StartPlan {
  const { dataSets } = page.store.getState();
  const config = patched(presetConfig(preset), patch, dataSets);
  if (!config.ok) throw new EngineError(config.error);
  return freshPlan({ preset, config: config.value, live: [] });
}

/** @throws EngineError "lane-data" where it cannot share the lead's images, and as `configure` does. */
export function lanePlan(plan: AddPlan, apps: readonly App[]): StartPlan {
  const [lead] = apps;
  if (lead === undefined) throw new Error("lanePlan: a group has a first lane");
  const found = "preset" in plan ? fromPreset(plan, lead) : fromLane(plan, apps);
  if (!found.ok) throw new EngineError(found.error);
  return shared(found.value, lead);
}

/** @throws EngineError "lane-data", or what does not fit. */
export function shared(lane: LinkLane, lead: App): StartPlan {
  const { built, dataSets } = lead.store.getState();
  const problem = sharingFault(lane.config, built, dataSets) ?? misfit(lane.config, dataSets);
  if (problem !== null) throw new EngineError(problem);
  return freshPlan(lane);
}

function fromPreset({ preset, patch = {} }: LanePlan, lead: App): Found {
  const { built, dataSets } = lead.store.getState();
  const own = presetConfig(preset);
  const config = patched(onImagesOf(own, built), patch, dataSets);
  if (config.ok) return ok({ preset, config: config.value, live: [] });
  // A model made for other images is refused for those images, not for what became of its layers.
  const asItStands = patched(own, patch, dataSets);
  const other = asItStands.ok ? sharingFault(asItStands.value, built, dataSets) : null;
  return { ok: false, error: other ?? config.error };
}

function fromLane(
  { from, patch = {} }: Extract<AddPlan, { from: number }>,
  apps: readonly App[],
): Found {
  const { preset, built, live, dataSets } = appAt(apps, from).store.getState();
  const config = patched(built, patch, dataSets);
  if (!config.ok) return config;
  const named = patchKey(patch).split(",");
  const replaced = liveFields.filter((field) => named.includes(`.${field}`));
  const kept = live.filter(({ field }) => !replaced.includes(field));
  return ok({ preset, config: config.value, live: kept });
}

/** Step of a frame of the history. @throws EngineError "field-invalid" where there is none. */
export function stepOfFrame({ frames }: App, frame: number): number {
  const list = frames.list();
  const step = list[frame]?.frame.step;
  if (step === undefined) throw missing("frame", frame, list.length);
  return step;
}

/**
 * On from a moment of a run: from the checkpoint nearest to it, moments and all, for frames keep a
 * decoder alone. @throws EngineError
 */
export async function stepPlan(app: App, step: number): Promise<StartPlan> {
  const { preset, built, live, progress } = app.store.getState();
  const newest = app.kept.nearest(step);
  const reached = progress?.step ?? 0;
  const isLast = Math.abs(reached - step) < Math.abs((newest?.step ?? 0) - step);
  const checkpoint = isLast ? await app.trainer.request("checkpoint", null) : newest;
  if (checkpoint === null || checkpoint.step === 0) {
    return freshPlan({ preset, config: built, live });
  }
  const metrics = app.metrics.snapshot(checkpoint.step);
  return { preset, built, live: checkpoint.live, checkpoint, metrics };
}

/** @throws EngineError "field-invalid" where there is no such lane. */
export function appAt(apps: readonly App[], index: number): App {
  const app = apps[index];
  if (app === undefined) throw missing("lane", index, apps.length);
  return app;
}

export function freshPlan({ preset, config, live }: LinkLane): StartPlan {
  return { preset, built: config, live, checkpoint: null, metrics: null };
}
