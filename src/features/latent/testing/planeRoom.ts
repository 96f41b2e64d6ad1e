/** Gives the plane a size in a document without layout, and pointers that land where they are told. */
import { act, fireEvent } from "@testing-library/react";
import { vi } from "vitest";

export const testSide = 476;

/** Stands in for layout: every element is 500 px wide, the plane 476 px from the page's corner. */
export function stubPlaneRoom(): void {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      readonly #callback: (entries: { contentRect: { width: number; height: number } }[]) => void;
      constructor(callback: ResizeObserverCallback) {
        this.#callback = (entries) => {
          // What the page reads of an entry is its content box alone.
          Reflect.apply(callback, undefined, [entries, this]);
        };
      }
      observe(): void {
        this.#callback([{ contentRect: { width: 500, height: 500 } }]);
      }
      unobserve(): void {
        // Nothing is observed: sizes never change here.
      }
      disconnect(): void {
        // As above.
      }
    },
  );
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(
    new DOMRect(0, 0, testSide, testSide),
  );
  // Frames as a screen has them: a document without one runs them back to back, and the tour with them.
  vi.stubGlobal("requestAnimationFrame", (draw: FrameRequestCallback) =>
    setTimeout(() => {
      draw(performance.now());
    }, 16),
  );
  vi.stubGlobal("cancelAnimationFrame", (id: number) => {
    clearTimeout(id);
  });
  Element.prototype.setPointerCapture = () => undefined;
}

export interface PointerAt {
  readonly pointerId?: number;
  readonly pointerType?: "mouse" | "touch";
  readonly button?: number;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
}

/** Fires a pointer event at a screen position of the plane. */
export function pointer(
  kind: "pointerDown" | "pointerMove" | "pointerUp",
  target: Element,
  [u, v]: readonly [number, number],
  options: PointerAt = {},
): void {
  act(() => {
    fireEvent[kind](target, {
      pointerId: 1,
      pointerType: "mouse",
      button: 0,
      bubbles: true,
      clientX: u * testSide,
      clientY: v * testSide,
      ...options,
    });
  });
}

/** Turns the wheel over the middle of the plane. */
export function wheel(target: Element, ctrlKey: boolean): void {
  // The test document's WheelEvent forgets modifier keys; a MouseEvent keeps them.
  const event = new MouseEvent("wheel", { bubbles: true, ctrlKey, clientX: 238, clientY: 238 });
  Object.defineProperties(event, { deltaY: { value: 50 }, deltaMode: { value: 0 } });
  act(() => {
    target.dispatchEvent(event);
  });
}
