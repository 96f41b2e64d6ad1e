/** The part of the API that answers without waiting: it is there before the rest has been fetched. */
import type { PlaygroundApi } from "#/app/automation/api.ts";
import { presetIds } from "#/core/experiment/config.ts";
import type { App } from "#/state/app.ts";

export function answersAtOnce(app: App): Pick<PlaygroundApi, "ready" | "presets" | "config"> {
  return {
    ready: app.ready,
    presets: () => [...presetIds],
    config: () => structuredClone(app.store.getState().config),
  };
}
