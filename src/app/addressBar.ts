/**
 * The page's address: the experiment is written into it, and its modes are entries of the history.
 */
import { readQuery } from "#/core/experiment/query.ts";
import { decodeUrl } from "#/core/experiment/url.ts";
import type { App } from "#/state/app.ts";

/**
 * Writes at most a few times a second: browsers refuse more (Safari: 100 in 30 s), and a slider that is
 * dragged asks for 60.
 */
export function addressWriter(replace: (search: string) => void): (search: string) => void {
  const restMs = 400;
  let waiting: string | null = null;
  let resting = false;

  function write(): void {
    resting = waiting !== null;
    if (waiting === null) return;
    replace(waiting);
    waiting = null;
    setTimeout(write, restMs);
  }

  return (search) => {
    waiting = search;
    if (!resting) write();
  };
}

/** Mode and topic: what Back and Forward step through. */
function placeOf(search: string): string {
  const said = new Map(readQuery(search).map(({ key, value }) => [key, value]));
  return `${said.get("mode") ?? "play"}/${said.get("topic") ?? ""}`;
}

/** A new entry of the history where the link leads to another part of the page. Keeps path and fragment. */
export function showSearch(search: string): void {
  const { pathname, hash, search: shown } = location;
  const address = `${pathname}${search}${hash}`;
  if (placeOf(search) === placeOf(shown)) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
}

/** Back and Forward lead to the part of the page they came from; its runs are as they were left. */
export function followHistory({ store }: Pick<App, "store">): void {
  addEventListener("popstate", () => {
    store.getState().go(decodeUrl(location.search).route);
  });
}
