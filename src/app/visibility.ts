/** Tells the application when nobody can see the page: training goes on, previews rest. */
import type { App } from "#/state/app.ts";

export function followVisibility({ store }: Pick<App, "store">): void {
  const tell = (): void => {
    store.setState({ resting: document.hidden });
  };
  document.addEventListener("visibilitychange", tell);
  tell();
}
