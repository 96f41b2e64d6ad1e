/** Opens groups of lanes: the page's comparison, and those of benches and lessons. Comes when one is asked for. */
import { EngineError } from "#/core/fault.ts";
import type { App } from "#/state/app.ts";
import type { AppDeps } from "#/state/deps.ts";
import type { LaneGroup, LanePlan } from "#/state/lanes/types.ts";

/** What lanes are made of: the page they belong to, and how an application is put together. */
export interface LaneWorld {
  readonly page: App;
  readonly deps: AppDeps;
  readonly create: (deps: AppDeps) => App;
}

const missing = () =>
  new EngineError({ code: "not-ready", message: "No lanes yet.", hint: "Wait a little." });

export function openComparison(_: LaneWorld): Promise<LaneGroup> {
  return Promise.reject(missing());
}

export function openGroup(_: LaneWorld, __: readonly LanePlan[]): Promise<LaneGroup> {
  return Promise.reject(missing());
}
