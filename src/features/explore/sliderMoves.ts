/** What keys, typing and the track do to one coordinate of z. Pure. */
import { reach } from "#/features/explore/histogram.ts";

/** The furthest a typed coordinate may lie: as far as the plane can be zoomed out. */
export const furthest = 15;

export interface Modifiers {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Step of an arrow key, in standard deviations of the prior. */
export function arrowStep({ shiftKey, altKey }: Modifiers): number {
  if (altKey) return 0.01;
  return shiftKey ? 0.5 : 0.1;
}

/**
 * Where an arrow, Home, End or 0 leads from `value`; null for other keys. A slider ends at ±3: from
 * beyond, keys lead inwards alone.
 */
export function movedCoordinate(value: number, key: string, modifiers: Modifiers): number | null {
  const step = arrowStep(modifiers);
  const to = (next: number): number => Math.round(next * 100) / 100;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return to(Math.min(value + step, Math.max(value, reach)));
    case "ArrowLeft":
    case "ArrowDown":
      return to(Math.max(value - step, Math.min(value, -reach)));
    case "Home":
      return -reach;
    case "End":
      return reach;
    case "0":
      return 0;
    default:
      return null;
  }
}

/** A typed coordinate; null unless it is one number within ±15. Takes a true minus for a hyphen. */
export function parseCoordinate(text: string): number | null {
  const trimmed = text.trim().replace("−", "-");
  if (trimmed === "") return null;
  const value = Number(trimmed);
  return Number.isFinite(value) && Math.abs(value) <= furthest ? value : null;
}
