/** True while the reader asks for less motion: nothing glides, tours or loops then. */
import { useSyncExternalStore } from "react";

const query = "(prefers-reduced-motion: reduce)";

function subscribe(changed: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener("change", changed);
  return () => {
    list.removeEventListener("change", changed);
  };
}

const read = (): boolean => matchMedia(query).matches;

export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, read);
}
