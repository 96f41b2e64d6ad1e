/**
 * The page is the link: keeps the address at what the run on screen was built from, live changes too,
 * at the lanes beside it, and at where in the page one is.
 */
import { engineInLink } from "#/core/backend/engine.ts";
import { encodeUrl } from "#/core/experiment/url.ts";
import type { AppDeps } from "#/state/deps.ts";
import type { AppStore } from "#/state/parts.ts";

/** The backend stays as the link had it; experiment and training step are those on screen. */
export function syncUrl(store: AppStore, { link, replaceSearch }: AppDeps): () => void {
  return store.subscribe((state, before) => {
    const { preset, built, live, route, laneLinks, runId, engineChoice } = state;
    const experiment = preset !== before.preset || built !== before.built || live !== before.live;
    const place = route !== before.route || laneLinks !== before.laneLinks;
    const step = engineChoice !== before.engineChoice;
    if (runId === 0 || (!experiment && !place && !step)) return;
    const engine = engineInLink(engineChoice);
    const shown = { preset, config: built, live, route, lanes: laneLinks, engine };
    replaceSearch(encodeUrl({ ...link, ...shown }));
  });
}
