/** Where in the page one is. Leaving a mode pauses what trained there, and keeps it. */
import type { LinkState } from "#/core/experiment/url.ts";
import type { AppStore } from "#/state/parts.ts";
import type { RouteSlice } from "#/state/types.ts";

export function routeSlice(
  store: () => AppStore,
  link: Pick<LinkState, "route" | "lanes">,
): RouteSlice {
  return {
    route: link.route,
    laneLinks: link.lanes,
    uncovered: false,
    go(to) {
      const { route, pause } = store().getState();
      const leaves = to.mode !== undefined && to.mode !== route.mode;
      const begin = leaves ? { topic: null, step: 0 } : {};
      store().setState({ route: { ...route, ...begin, ...to }, uncovered: false });
      if (leaves && route.mode === "play") void pause();
    },
    uncover() {
      store().setState({ uncovered: true });
    },
  };
}
