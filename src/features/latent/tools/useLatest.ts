/** Reads what a component last rendered with, for questions that are asked later. */
import { useCallback, useEffect, useRef } from "react";

export function useLatest<T>(value: T): () => T {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return useCallback(() => latest.current, []);
}
