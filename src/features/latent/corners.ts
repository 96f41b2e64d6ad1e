/** In which corner of the plane a card stands, so that it does not cover its own point. */

export const corners = ["topLeft", "topRight", "bottomLeft", "bottomRight"] as const;
export type Corner = (typeof corners)[number];

const places: Readonly<Record<Corner, readonly [u: number, v: number]>> = {
  topLeft: [0, 0],
  topRight: [1, 0],
  bottomLeft: [0, 1],
  bottomRight: [1, 1],
};

/** The free corner farthest from (u, v). */
export function chooseCorner(u: number, v: number, taken: Corner | null): Corner {
  const away = (corner: Corner): number => Math.hypot(places[corner][0] - u, places[corner][1] - v);
  const free = corners.filter((corner) => corner !== taken);
  return free.reduce((best, corner) => (away(corner) > away(best) ? corner : best));
}
