/**
 * Writes the experiment into the address bar, at most a few times a second: browsers refuse more
 * (Safari: 100 in 30 s), and a slider that is dragged asks for 60. Adds nothing to the history.
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

/** Keeps path and fragment. */
export function replaceSearch(search: string): void {
  const { pathname, hash } = location;
  history.replaceState(history.state, "", `${pathname}${search}${hash}`);
}
