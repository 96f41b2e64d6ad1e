/** Storage for imported sets that lives as long as the test, is full, or is denied. For tests alone. */
import type { OwnDatabase } from "#/data/own/ownDatabase.ts";

export interface MemoryDatabase extends OwnDatabase {
  readonly entries: Map<string, unknown>;
  /** What writing answers from now on. */
  refusal: DOMException | null;
}

export function createMemoryDatabase(): MemoryDatabase {
  const entries = new Map<string, unknown>();
  const database: MemoryDatabase = {
    entries,
    refusal: null,
    get: (key) => Promise.resolve(structuredClone(entries.get(key))),
    put: (key, value) => {
      if (database.refusal !== null) return Promise.reject(database.refusal);
      entries.set(key, structuredClone(value));
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...entries.keys()]),
    delete: (keys) => {
      for (const key of keys) entries.delete(key);
      return Promise.resolve();
    },
  };
  return database;
}
