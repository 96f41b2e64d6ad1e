/** Calls back when an element's size changes, for canvases that measure themselves as they paint. */
import { useEffect, type RefObject } from "react";

export function useResize(element: RefObject<Element | null>, changed: () => void): void {
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(changed);
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element, changed]);
}
