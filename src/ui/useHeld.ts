/**
 * Whether an element holds the pointer or the focus: what it shows must not move then. `release` lets
 * go once, for a change the reader asked for.
 */
import { useCallback, useEffect, useState, type RefObject } from "react";

export function useHeld(
  element: RefObject<HTMLElement | null>,
): [held: boolean, release: () => void] {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    let pointed = false;
    const update = (): void => setHeld(pointed || target.contains(document.activeElement));
    const enter = (): void => {
      pointed = true;
      update();
    };
    const leave = (): void => {
      pointed = false;
      update();
    };
    // On leaving, the focus is nowhere yet: it arrives after `focusout`.
    const left = (event: FocusEvent): void => {
      const to = event.relatedTarget;
      setHeld(pointed || (to instanceof Node && target.contains(to)));
    };
    target.addEventListener("pointerenter", enter);
    target.addEventListener("pointerleave", leave);
    target.addEventListener("focusin", update);
    target.addEventListener("focusout", left);
    return () => {
      target.removeEventListener("pointerenter", enter);
      target.removeEventListener("pointerleave", leave);
      target.removeEventListener("focusin", update);
      target.removeEventListener("focusout", left);
    };
  }, [element]);
  const release = useCallback(() => setHeld(false), []);
  return [held, release];
}
