/** Puts the automation API on the window. */
import type { PlaygroundApi } from "#/app/automation/api.ts";
import { createPlayground } from "#/app/automation/playground.ts";
import type { App } from "#/state/app.ts";

declare global {
  interface Window {
    playground: PlaygroundApi;
  }
}

export function installAutomation(app: App): void {
  window.playground = createPlayground(app);
}
