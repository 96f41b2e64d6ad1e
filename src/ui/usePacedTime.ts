/**
 * Follows something that announces itself many times a second, at most every `interval` ms: the
 * first change shows at once, a burst shows its last state. Returns the time of the change on screen, ms on
 * the page's clock, 0 before the first: it grows with every change, so it is a version too.
 */
import { useCallback, useRef, useSyncExternalStore } from "react";

interface Announcer {
  subscribe(listener: () => void): () => void;
}

export function usePacedTime(source: Announcer, interval: number): number {
  const shown = useRef(0);
  const subscribe = useCallback(
    (notify: () => void) => {
      let shownAt = -Infinity;
      let frame = 0;

      function show(now: number): void {
        if (now - shownAt < interval) {
          frame = requestAnimationFrame(show);
          return;
        }
        frame = 0;
        shownAt = now;
        shown.current = now;
        notify();
      }

      const unsubscribe = source.subscribe(() => {
        if (frame === 0) frame = requestAnimationFrame(show);
      });
      return () => {
        unsubscribe();
        cancelAnimationFrame(frame);
      };
    },
    [source, interval],
  );
  return useSyncExternalStore(subscribe, () => shown.current);
}
