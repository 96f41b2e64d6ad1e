/**
 * Moves labels apart along one axis so that none covers another, each as near its own place as the
 * order allows, all within [low, high] where they fit.
 *
 * @param wanted centre of each label, px, any order
 * @param height of one label, px
 */
export function spreadLabels(
  wanted: readonly number[],
  height: number,
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let floor = low;
  for (const i of order) {
    placed[i] = Math.max(wanted[i] ?? 0, floor);
    floor = (placed[i] ?? 0) + height;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i] ?? 0, ceiling);
    ceiling = (placed[i] ?? 0) - height;
  }
  return placed;
}
