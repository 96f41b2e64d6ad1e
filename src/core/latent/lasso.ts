/** Which points a line drawn round them holds: even–odd rule, screen positions as u, v pairs. */

/**
 * @param line [2 × corners], closed by itself; fewer than three corners hold nothing.
 * @param points [2 × count]
 * @returns rows of the points inside.
 */
export function pointsWithin(line: readonly number[], points: ArrayLike<number>): number[] {
  const inside: number[] = [];
  if (line.length < 6) return inside;
  for (let i = 0; 2 * i + 1 < points.length; i++) {
    if (isWithin(line, points[2 * i] ?? 0, points[2 * i + 1] ?? 0)) inside.push(i);
  }
  return inside;
}

function isWithin(line: readonly number[], u: number, v: number): boolean {
  let inside = false;
  let [u0, v0] = [line.at(-2) ?? 0, line.at(-1) ?? 0];
  for (let k = 0; k < line.length; k += 2) {
    const [u1, v1] = [line[k] ?? 0, line[k + 1] ?? 0];
    // Half open, so that a corner on the ray counts once.
    if (v0 > v !== v1 > v && u < u0 + ((v - v0) / (v1 - v0)) * (u1 - u0)) inside = !inside;
    [u0, v0] = [u1, v1];
  }
  return inside;
}
