/**
 * Pointer, touch and wheel on the plane. A press on the handle or beside any point takes the
 * handle along; a press on a point that does not move pins it; touch moves the handle by as much
 * as the finger moves, from anywhere. Shift or the middle button pans, two fingers pan and zoom,
 * Ctrl and the wheel zooms, double-click returns. Keys: planeKeys.ts.
 */
import { restWindow, type PlanePoint } from "#/core/latent/plane.ts";
import { panBy, zoomAt } from "#/core/latent/window.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";

/** CSS pixels: the disc itself, its target, a point under the mouse and under a finger. */
const DISC = 9;
const TARGET = 22;
const MOUSE_POINT = 5;
const TOUCH_POINT = 12;
/** A press that moves less is a click. */
const SLOP = 4;

type Place = readonly [u: number, v: number];

type Gesture =
  | { readonly kind: "drag"; readonly id: number; readonly offset: Place }
  | {
      readonly kind: "press";
      readonly id: number;
      readonly start: Place;
      readonly touch: boolean;
      readonly point: number | null;
      readonly handle: Place;
    }
  | { readonly kind: "pan"; readonly id: number; last: Place }
  | { readonly kind: "pinch"; last: readonly [Place, Place] };

export interface GestureOptions {
  readonly root: HTMLElement;
  readonly port: PlanePort;
  /** The element that takes the focus when the plane is pressed. */
  readonly focus: () => void;
  /** The handle was taken, moved or let go: null. */
  readonly onHeld: (place: PlanePoint | null) => void;
}

/** Attaches the listeners; returns how to take them away. Overlays marked `data-own` keep theirs. */
export function attachGestures({ root, port, focus, onHeld }: GestureOptions): () => void {
  const touches = new Map<number, Place>();
  let gesture: Gesture | null = null;

  const side = (): number => Math.max(root.getBoundingClientRect().width, 1);
  const at = (event: MouseEvent): Place => {
    const box = root.getBoundingClientRect();
    const width = Math.max(box.width, 1);
    return [(event.clientX - box.left) / width, (event.clientY - box.top) / width];
  };
  const distance = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]) * side();
  const isOwn = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest("[data-own]") !== null;

  function take(u: number, v: number): void {
    port.moveTo(u, v);
    onHeld(port.place());
  }

  function startDrag(id: number, place: Place, jump: boolean): void {
    const handle = port.handle();
    const offset: Place = jump ? [0, 0] : [handle[0] - place[0], handle[1] - place[1]];
    gesture = { kind: "drag", id, offset };
    port.hover(null);
    take(place[0] + offset[0], place[1] + offset[1]);
  }

  function pressed(event: PointerEvent): void {
    if (isOwn(event)) return;
    const place = at(event);
    focus();
    root.setPointerCapture(event.pointerId);
    if (event.pointerType === "touch") {
      touches.set(event.pointerId, place);
      const [a, b] = [...touches.values()];
      if (a !== undefined && b !== undefined) {
        onHeld(null);
        gesture = { kind: "pinch", last: [a, b] };
        return;
      }
    } else if (event.button === 1 || (event.button === 0 && event.shiftKey)) {
      event.preventDefault();
      gesture = { kind: "pan", id: event.pointerId, last: place };
      return;
    }
    if (event.button !== 0) return;
    if (event.altKey) {
      port.pinCell(place[0], place[1]);
      return;
    }
    const touch = event.pointerType === "touch";
    const away = distance(place, port.handle());
    if (!touch && away <= DISC) {
      startDrag(event.pointerId, place, false);
      return;
    }
    const point = port.pick(place[0], place[1], (touch ? TOUCH_POINT : MOUSE_POINT) / side());
    if (touch || point !== null) {
      const handle = port.handle();
      gesture = { kind: "press", id: event.pointerId, start: place, touch, point, handle };
      return;
    }
    startDrag(event.pointerId, place, away > TARGET);
  }

  function moved(event: PointerEvent): void {
    const place = at(event);
    if (touches.has(event.pointerId)) touches.set(event.pointerId, place);
    if (gesture === null) {
      if (event.pointerType === "touch") return;
      const free = !isOwn(event) && distance(place, port.handle()) > DISC;
      port.hover(free ? port.pick(place[0], place[1], MOUSE_POINT / side()) : null);
      return;
    }
    if (gesture.kind === "pinch") {
      pinched(gesture);
      return;
    }
    if (gesture.id !== event.pointerId) return;
    if (gesture.kind === "drag") {
      take(place[0] + gesture.offset[0], place[1] + gesture.offset[1]);
    } else if (gesture.kind === "pan") {
      port.setWindow(panBy(port.window(), gesture.last, place));
      gesture.last = place;
    } else if (distance(place, gesture.start) > SLOP) {
      // A finger moves the handle from where it stands; the mouse brings it along.
      if (gesture.touch) {
        const { handle, start } = gesture;
        gesture = {
          kind: "drag",
          id: event.pointerId,
          offset: [handle[0] - start[0], handle[1] - start[1]],
        };
        port.hover(null);
        take(place[0] + gesture.offset[0], place[1] + gesture.offset[1]);
      } else {
        startDrag(event.pointerId, place, true);
      }
    }
  }

  function pinched(pinch: Extract<Gesture, { kind: "pinch" }>): void {
    const [a, b] = [...touches.values()];
    if (a === undefined || b === undefined) return;
    const middle = (x: Place, y: Place): Place => [(x[0] + y[0]) / 2, (x[1] + y[1]) / 2];
    const before = pinch.last;
    const from = middle(before[0], before[1]);
    const to = middle(a, b);
    const factor = distance(before[0], before[1]) / Math.max(distance(a, b), 1);
    port.setWindow(zoomAt(panBy(port.window(), from, to), to[0], to[1], factor));
    pinch.last = [a, b];
  }

  function released(event: PointerEvent): void {
    touches.delete(event.pointerId);
    const ended = gesture;
    if (ended === null) return;
    if (ended.kind === "pinch") {
      // The finger that stays does not drag: it was zooming.
      if (touches.size === 0) gesture = null;
      return;
    }
    if (ended.id !== event.pointerId) return;
    gesture = null;
    if (ended.kind === "press" && event.type === "pointerup") {
      if (ended.point !== null) port.pin(ended.point);
      else port.moveTo(ended.start[0], ended.start[1]);
    }
    onHeld(null);
  }

  function left(): void {
    if (gesture === null) port.hover(null);
  }

  function wheeled(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const [u, v] = at(event);
    const lines = event.deltaMode === 1 ? 16 : 1;
    const delta = Math.min(Math.max(event.deltaY * lines, -50), 50);
    port.setWindow(zoomAt(port.window(), u, v, Math.exp(delta * 0.01)));
  }

  function doubled(event: MouseEvent): void {
    if (isOwn(event)) return;
    port.setWindow({ ...restWindow, coordinates: port.window().coordinates });
  }

  function menu(event: MouseEvent): void {
    if (isOwn(event)) return;
    event.preventDefault();
    // A long press of a finger pins, and does not drag on.
    gesture = null;
    onHeld(null);
    const [u, v] = at(event);
    port.pinCell(u, v);
  }

  /** The middle button pans here; elsewhere browsers scroll with it. */
  function noAutoScroll(event: MouseEvent): void {
    if (event.button === 1) event.preventDefault();
  }

  const controller = new AbortController();
  const { signal } = controller;
  root.addEventListener("pointerdown", pressed, { signal });
  root.addEventListener("pointermove", moved, { signal });
  root.addEventListener("pointerup", released, { signal });
  root.addEventListener("pointercancel", released, { signal });
  root.addEventListener("pointerleave", left, { signal });
  root.addEventListener("wheel", wheeled, { signal, passive: false });
  root.addEventListener("dblclick", doubled, { signal });
  root.addEventListener("contextmenu", menu, { signal });
  root.addEventListener("mousedown", noAutoScroll, { signal });
  return () => {
    controller.abort();
  };
}
