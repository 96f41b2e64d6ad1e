/** Device pixels per CSS pixel; follows zoom and a window moved to another screen. */
import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  // Zoom changes the ratio and always resizes the window; a move between screens tells the query.
  const query = matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`);
  query.addEventListener("change", changed);
  addEventListener("resize", changed);
  return () => {
    query.removeEventListener("change", changed);
    removeEventListener("resize", changed);
  };
}

const read = (): number => devicePixelRatio;

export function useDevicePixelRatio(): number {
  return useSyncExternalStore(subscribe, read);
}
