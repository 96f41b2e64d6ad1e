/** The benches page. */
export function BenchesPage() {
  return null;
}
