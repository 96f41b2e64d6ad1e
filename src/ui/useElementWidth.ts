/** Width of an element in whole CSS pixels, followed as it changes; 0 until it is on the page. */
import { useCallback, useState, type RefCallback } from "react";

export function useElementWidth<T extends Element>(): [ref: RefCallback<T>, width: number] {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: T | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [ref, width];
}
