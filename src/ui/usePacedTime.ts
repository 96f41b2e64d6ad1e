/**
 * Follows something that announces itself many times a second, at most every `interval` ms: the
 * first change shows at once, a burst shows its last state. Returns the time of the change on
 * screen, ms on the page's clock, 0 before the first: it grows with every change, so it is a version
 * too. Redraws are transitions: React does them in slices, and a gesture goes ahead of them.
 */
import { startTransition, useEffect, useState } from "react";

interface Announcer {
  subscribe(listener: () => void): () => void;
}

export function usePacedTime(source: Announcer, interval: number): number {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    let shownAt = -Infinity;
    let frame = 0;

    function show(now: number): void {
      if (now - shownAt < interval) {
        frame = requestAnimationFrame(show);
        return;
      }
      frame = 0;
      shownAt = now;
      startTransition(() => {
        setShown(now);
      });
    }

    const announce = (): void => {
      if (frame === 0) frame = requestAnimationFrame(show);
    };
    const unsubscribe = source.subscribe(announce);
    // What was announced before this effect ran.
    announce();
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [source, interval]);
  return shown;
}
