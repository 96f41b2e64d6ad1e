/**
 * Paints a canvas without React: once after each render that changed `paint`, and in the next
 * animation frame after the source announced something, however often it did. Returns a function
 * that asks for such a paint.
 */
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";

interface Announcer {
  subscribe(listener: () => void): () => void;
}

/** @param paint keep its identity between renders that do not change what is drawn. */
export function useRepaint(paint: () => void, source: Announcer): () => void {
  const latest = useRef(paint);
  const pending = useRef(0);
  const request = useCallback(() => {
    if (pending.current !== 0) return;
    pending.current = requestAnimationFrame(() => {
      pending.current = 0;
      latest.current();
    });
  }, []);

  useLayoutEffect(() => {
    latest.current = paint;
    paint();
  }, [paint]);

  useEffect(() => {
    const unsubscribe = source.subscribe(request);
    // What was announced between the first paint and now.
    request();
    return () => {
      unsubscribe();
      cancelAnimationFrame(pending.current);
      pending.current = 0;
    };
  }, [source, request]);

  return request;
}
