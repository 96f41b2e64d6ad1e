/**
 * The page is the link: keeps the address at what the run on screen was built from, live changes too,
 * at the lanes beside it, and at where in the page one is.
 */
import { encodeUrl } from "#/core/experiment/url.ts";
import type { AppDeps } from "#/state/deps.ts";
import type { AppStore } from "#/state/parts.ts";

/** How to run stays as the link had it; the experiment is the one on screen. */
export function syncUrl(store: AppStore, { link, replaceSearch }: AppDeps): () => void {
  return store.subscribe((state, before) => {
    const { preset, built, live, route, laneLinks, runId } = state;
    const experiment = preset !== before.preset || built !== before.built || live !== before.live;
    const place = route !== before.route || laneLinks !== before.laneLinks;
    if (runId === 0 || (!experiment && !place)) return;
    replaceSearch(encodeUrl({ ...link, preset, config: built, live, route, lanes: laneLinks }));
  });
}
