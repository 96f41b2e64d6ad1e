/** What lanes are made of: the page they belong to, and how an application is put together. */
import type { AppDeps } from "#/state/deps.ts";
import type { App } from "#/state/lanes/types.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";

export interface LaneWorld {
  readonly page: App;
  readonly deps: AppDeps;
  readonly create: (deps: AppDeps) => App;
  /** A number no lane has had. */
  readonly nextId: () => LaneId;
}
