/**
 * P and E: they work while the plane has the focus, and, unless single-key shortcuts are off, while
 * the pointer is over it. Any key or press on the plane also ends the tour.
 */
import { useEffect, type RefObject } from "react";
import type { PlanePort } from "#/features/latent/planePort.ts";
import { useAppParts } from "#/state/context.tsx";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=range]), textarea, select"))
  );
}

export function usePlaneShortcuts(
  root: RefObject<HTMLElement | null>,
  port: PlanePort,
  draw: RefObject<() => void>,
): void {
  const { store } = useAppParts();
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let over = false;
    const controller = new AbortController();
    const { signal } = controller;

    function touch(): void {
      const state = store.getState();
      if (!state.touched) state.setZ(state.z, "hand");
    }

    function pressed(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const focused = event.target instanceof Node && element?.contains(event.target) === true;
      if (!focused && !(over && store.getState().shortcuts)) return;
      const key = event.key.toLowerCase();
      if (key === "p" && !event.repeat) port.pinHere();
      else if (key === "e") draw.current();
      else return;
      event.preventDefault();
    }

    element.addEventListener("pointerenter", () => (over = true), { signal });
    element.addEventListener("pointerleave", () => (over = false), { signal });
    element.addEventListener("pointerdown", touch, { signal, capture: true });
    element.addEventListener("keydown", touch, { signal, capture: true });
    document.addEventListener("keydown", pressed, { signal });
    return () => {
      controller.abort();
    };
  }, [root, port, draw, store]);
}
