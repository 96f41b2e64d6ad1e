/**
 * A person's own images without storage or a worker: sets in memory, and sessions that answer as a
 * test tells them to. For tests alone.
 */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { ImportSession, OwnImages } from "#/worker/import/protocol/ownImages.ts";

export interface FakeOwnImages extends OwnImages {
  readonly sets: Map<string, DatasetEntry>;
  /** What every call answers from now on where storage is denied. */
  denied: boolean;
}

export function createFakeOwnImages(
  sets: readonly DatasetEntry[] = [],
  session: Partial<ImportSession> = {},
): FakeOwnImages {
  const there = new Map(sets.map((set) => [set.id, set]));
  function attempt<T>(action: () => T): Promise<T> {
    return fake.denied
      ? Promise.reject(new DOMException("denied", "SecurityError"))
      : Promise.resolve(action());
  }
  const unasked = () => Promise.reject(new Error("the test did not expect this"));
  const fake: FakeOwnImages = {
    sets: there,
    denied: false,
    open: () => attempt(() => [...there.values()]),
    list: () => attempt(() => [...there.values()]),
    rename: (id, name) =>
      attempt(() => {
        const found = there.get(id);
        if (found === undefined) return null;
        there.set(id, { ...found, name });
        return { ...found, name };
      }),
    remove: (id) => attempt(() => void there.delete(id)),
    openSession: () => ({
      list: unasked,
      preview: unasked,
      import: unasked,
      [Symbol.dispose]: () => undefined,
      ...session,
    }),
  };
  return fake;
}
