/** The browser's own storage for imported sets: IndexedDB, a store of its own. Any call may reject. */
import { createStore, del, delMany, get, keys, set, type UseStore } from "idb-keyval";

/** What is used of it; tests keep theirs in memory. */
export interface OwnDatabase {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  keys(): Promise<readonly string[]>;
  delete(keys: readonly string[]): Promise<void>;
}

export function openOwnDatabase(): OwnDatabase {
  let opened: UseStore | null = null;
  const store = () => (opened ??= createStore("vae-playground-images", "sets"));
  // async, so that a browser that throws on opening rejects instead.
  return {
    get: async (key) => get<unknown>(key, store()),
    put: async (key, value) => set(key, value, store()),
    keys: async () => keys<string>(store()),
    delete: async ([first, ...others]) => {
      if (first === undefined) return;
      if (others.length === 0) await del(first, store());
      else await delMany([first, ...others], store());
    },
  };
}
