/**
 * Latest-wins for answers to gestures: at most one call is in flight, and of those that come
 * meanwhile only the last is made. Each finished call is delivered, so a drag moves all the while.
 */

/** Resolves with null when a later call took its place before it was made. */
export type Latest<A, R> = (argument: A) => Promise<R | null>;

interface Waiting<A, R> {
  readonly argument: A;
  readonly resolve: (result: R | null) => void;
  readonly reject: (error: unknown) => void;
}

export function latestAsync<A, R>(call: (argument: A) => Promise<R>): Latest<A, R> {
  let busy = false;
  let waiting: Waiting<A, R> | null = null;

  async function work(first: Waiting<A, R>): Promise<void> {
    busy = true;
    for (let next: Waiting<A, R> | null = first; next !== null; next = take()) {
      await call(next.argument).then(next.resolve, next.reject);
    }
    busy = false;
  }

  function take(): Waiting<A, R> | null {
    const next = waiting;
    waiting = null;
    return next;
  }

  return (argument) =>
    new Promise((resolve, reject) => {
      const entry = { argument, resolve, reject };
      if (!busy) {
        void work(entry);
        return;
      }
      take()?.resolve(null);
      waiting = entry;
    });
}
