/** The browser's storage as the application asks for it. Any of it may be denied: then it rejects. */
import { createStore, del, get, set, type UseStore } from "idb-keyval";
import type { KeyValueStore, TextStore } from "#/state/deps.ts";

const name = "vae-playground";

export function indexedStore(): KeyValueStore {
  let opened: UseStore | null = null;
  const store = () => (opened ??= createStore(name, "session"));
  // async, so that a browser that throws on opening rejects instead.
  return {
    get: async (key) => get<unknown>(key, store()),
    set: async (key, value) => set(key, value, store()),
    delete: async (key) => del(key, store()),
  };
}

export function localText(what: string): TextStore {
  const key = `${name}.${what}`;
  return {
    read: () => localStorage.getItem(key),
    write: (text) => {
      localStorage.setItem(key, text);
    },
  };
}
