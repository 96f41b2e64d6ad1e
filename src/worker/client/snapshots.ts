/**
 * The weights to decode with while steps are long: a recent checkpoint, renewed in the background
 * at most four times a second and only while somebody asks.
 */
import type { Checkpoint } from "#/worker/protocol/run.ts";

const renewMs = 250;

export interface Snapshots {
  /** Never older than the one before; fetched first when there is none. */
  latest(): Promise<Checkpoint>;
  /** A checkpoint that came by itself. */
  offer(checkpoint: Checkpoint): void;
  /** Another run has begun. */
  clear(): void;
}

export function createSnapshots(fetch: () => Promise<Checkpoint>, now: () => number): Snapshots {
  let held: Checkpoint | null = null;
  let heldSince = -Infinity;
  let fetching: Promise<Checkpoint> | null = null;
  let generation = 0;

  function keep(checkpoint: Checkpoint): void {
    held = checkpoint;
    heldSince = now();
  }

  function renew(): Promise<Checkpoint> {
    const mine = generation;
    const request = fetch();
    fetching = request;
    request
      .then((checkpoint) => {
        if (mine === generation) keep(checkpoint);
      })
      .catch(() => undefined)
      .finally(() => {
        if (fetching === request) fetching = null;
      });
    return request;
  }

  return {
    latest() {
      if (held === null) return fetching ?? renew();
      if (fetching === null && now() - heldSince >= renewMs) void renew();
      return Promise.resolve(held);
    },
    offer: keep,
    clear() {
      generation++;
      held = null;
      fetching = null;
    },
  };
}
