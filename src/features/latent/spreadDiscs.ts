/** Moves the discs of classes apart where their medians nearly coincide, so that each can be read. */
import type { ClassMedian } from "#/core/latent/placement.ts";

/** Height of a disc and width of a letter in it, CSS pixels. */
const HEIGHT = 21;
const LETTER = 7;
const IDEOGRAPH = 12;
const ideographs = /\p{Script=Han}/gu;
const PADDING = 10;
/** A disc never strays farther than this from its median. */
const FARTHEST = 24;
const ROUNDS = 12;

/**
 * Discs pushed up and down only, each other's neighbours by half the overlap at a time.
 * @param side Of the frame, CSS pixels.
 */
export function spreadDiscs(
  medians: readonly ClassMedian[],
  names: readonly string[],
  side: number,
): readonly ClassMedian[] {
  const discs = medians.map(({ label, u, v }) => ({
    label,
    u,
    home: inside(v * side, side),
    y: inside(v * side, side),
    x: u * side,
    width: Math.max(20, widthOf(names[label] ?? "")),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, a] of discs.entries()) {
      for (const b of discs.slice(i + 1)) {
        const across = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
        const down = HEIGHT - Math.abs(a.y - b.y);
        if (across <= 0 || down <= 0) continue;
        const push = (a.y <= b.y ? -1 : 1) * (down / 2);
        a.y = inside(near(a.home, a.y + push), side);
        b.y = inside(near(b.home, b.y - push), side);
      }
    }
  }
  return discs.map(({ label, u, y }) => ({ label, u, v: y / side }));
}

/** Of a name and the room around it, CSS pixels. */
function widthOf(name: string): number {
  const wide = name.match(ideographs)?.length ?? 0;
  return (name.length - wide) * LETTER + wide * IDEOGRAPH + PADDING;
}

/** Whole within the frame. */
function inside(y: number, side: number): number {
  return Math.min(Math.max(y, HEIGHT / 2), side - HEIGHT / 2);
}

function near(home: number, y: number): number {
  return Math.min(Math.max(y, home - FARTHEST), home + FARTHEST);
}
