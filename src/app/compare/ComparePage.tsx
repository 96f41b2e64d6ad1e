/** The compare page. */
export function ComparePage() {
  return null;
}
