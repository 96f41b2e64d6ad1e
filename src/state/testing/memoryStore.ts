/** Storage for tests: in memory, cloned as a browser would, and denied on request. */
import type { KeyValueStore, TextStore } from "#/state/deps.ts";

export interface MemoryStore extends KeyValueStore {
  readonly entries: Map<string, unknown>;
  denied: boolean;
}

export function createMemoryStore(): MemoryStore {
  const entries = new Map<string, unknown>();
  const store: MemoryStore = {
    entries,
    denied: false,
    get: (key) => attempt(() => structuredClone(entries.get(key))),
    set: (key, value) => attempt(() => void entries.set(key, structuredClone(value))),
    delete: (key) => attempt(() => void entries.delete(key)),
  };
  function attempt<T>(action: () => T): Promise<T> {
    if (store.denied) return Promise.reject(new DOMException("denied", "SecurityError"));
    return Promise.resolve(action());
  }
  return store;
}

export function createTextStore(text: string | null = null): TextStore {
  let held = text;
  return {
    read: () => held,
    write: (next) => {
      held = next;
    },
  };
}
