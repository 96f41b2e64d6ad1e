/** The keyboard twin of every gesture on the plane. Pure but for the port: key → what it does. */
import { restWindow } from "#/core/latent/plane.ts";
import { panBy, zoomAt } from "#/core/latent/window.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";

/** What of a keyboard event counts. */
export interface PlaneKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const arrows: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const STEP = 0.1;
const COARSE = 0.5;
const FINE = 0.01;
/** Frame widths a press pans. */
const PAN = 0.1;
const ZOOM = 0.8;

/**
 * Does what a key means while the plane has the focus; false when it means nothing here.
 * @param hovered Index of the point under the pointer or reached by brackets.
 */
export function pressPlaneKey(port: PlanePort, event: PlaneKey, hovered: number | null): boolean {
  const arrow = arrows[event.key];
  if (arrow !== undefined) {
    const [right, up] = arrow;
    if (event.ctrlKey || event.metaKey) {
      port.setWindow(panBy(port.window(), [0.5, 0.5], [0.5 - right * PAN, 0.5 + up * PAN]));
      return true;
    }
    const step = event.altKey ? FINE : event.shiftKey ? COARSE : STEP;
    const [a, b] = port.place();
    // Twelve decimals hide the dust of binary fractions: ten presses of 0.1 are 1.
    const moved = (value: number, by: number): number => Number((value + by * step).toFixed(12));
    port.moveToPoint([moved(a, right), moved(b, up)]);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case "Home":
      port.moveToPoint([0, 0]);
      return true;
    case "+":
    case "=":
      zoom(port, ZOOM);
      return true;
    case "-":
      zoom(port, 1 / ZOOM);
      return true;
    case "0":
      port.setWindow({ ...restWindow, coordinates: port.window().coordinates });
      return true;
    case "]":
      port.nextNearest(1);
      return true;
    case "[":
      port.nextNearest(-1);
      return true;
    case "Enter":
      if (hovered === null) return false;
      port.pin(hovered);
      return true;
    case "Escape":
      return port.letGo();
    default:
      return false;
  }
}

function zoom(port: PlanePort, factor: number): void {
  const [u, v] = port.handle();
  port.setWindow(zoomAt(port.window(), u, v, factor));
}
