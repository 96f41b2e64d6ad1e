/** Which rows of a scrolled list are on screen: a half-open range. Rows are of one height. Pure. */
export function visibleRows(
  scrollTop: number,
  viewport: number,
  rowHeight: number,
  count: number,
): readonly [from: number, to: number] {
  if (!(rowHeight > 0)) return [0, 0];
  const from = Math.min(Math.max(Math.floor(scrollTop / rowHeight), 0), count);
  const to = Math.min(Math.ceil((scrollTop + viewport) / rowHeight), count);
  return [from, Math.max(to, from)];
}
