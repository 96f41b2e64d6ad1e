/** The page is the link: keeps the address at what the run on screen was built from, live changes too. */
import { encodeUrl } from "#/core/experiment/url.ts";
import type { AppDeps } from "#/state/deps.ts";
import type { AppStore } from "#/state/parts.ts";

/** How to run stays as the link had it; the experiment is the one on screen. */
export function syncUrl(store: AppStore, { link, replaceSearch }: AppDeps): () => void {
  return store.subscribe((state, before) => {
    const { preset, built, live, runId } = state;
    const changed = preset !== before.preset || built !== before.built || live !== before.live;
    if (runId !== 0 && changed) replaceSearch(encodeUrl({ ...link, preset, config: built, live }));
  });
}
