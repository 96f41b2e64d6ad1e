/**
 * Keeps the field one has just edited in sight: the bar that appears at the foot may come to lie over
 * it. Moves no further than it must, and only when the bar appears.
 */
import { type RefObject, useLayoutEffect } from "react";

const GAP = 8;

export function useUncovered(bar: RefObject<HTMLElement | null>, shown: boolean): void {
  useLayoutEffect(() => {
    const element = bar.current;
    const { activeElement } = document;
    if (!shown || element === null || activeElement === null) return;
    if (element.contains(activeElement) || !element.parentElement?.contains(activeElement)) return;
    const over = activeElement.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
    if (over > 0) scrollerOf(element)?.scrollBy({ top: over + GAP });
  }, [bar, shown]);
}

function scrollerOf(element: HTMLElement): Element | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) {
      return at;
    }
  }
  return document.scrollingElement;
}
