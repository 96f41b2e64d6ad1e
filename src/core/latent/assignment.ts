/**
 * The assignment problem: each row is given a column of its own so that the sum of what they are worth
 * together is the greatest. The Hungarian method with potentials, by shortest augmenting paths (Kuhn,
 * 1955; Jonker & Volgenant, 1987), O(n³).
 */

/** `worth` [n × n], row-major, finite. The column of each row. [n] */
export function bestAssignment(worth: Float64Array, n: number): Int32Array {
  const search: Search = {
    worth,
    n,
    rowPotential: new Float64Array(n),
    columnPotential: new Float64Array(n),
    rowOf: new Int32Array(n).fill(-1),
  };
  for (let row = 0; row < n; row++) assignRow(search, row);
  const columns = new Int32Array(n);
  search.rowOf.forEach((row, column) => (columns[row] = column));
  return columns;
}

interface Search {
  readonly worth: Float64Array;
  readonly n: number;
  /** cost − rowPotential − columnPotential ≥ 0 everywhere, and 0 where assigned. */
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** −1 for a column that is free. */
  readonly rowOf: Int32Array;
}

/** Dijkstra over reduced costs from `row` to the nearest free column, then the path is flipped. */
function assignRow(search: Search, row: number): void {
  const { worth, n, rowPotential, columnPotential, rowOf } = search;
  const distance = new Float64Array(n).fill(Infinity);
  const before = new Int32Array(n).fill(-1);
  const settled = new Uint8Array(n);
  let [from, last, reached] = [row, -1, 0];
  for (;;) {
    let nearest = -1;
    for (let column = 0; column < n; column++) {
      if (settled[column] === 1) continue;
      const cost = -(worth[from * n + column] ?? 0);
      const reduced = reached + cost - (rowPotential[from] ?? 0) - (columnPotential[column] ?? 0);
      if (reduced < (distance[column] ?? 0)) {
        distance[column] = reduced;
        before[column] = last;
      }
      if (nearest < 0 || (distance[column] ?? 0) < (distance[nearest] ?? 0)) nearest = column;
    }
    settled[nearest] = 1;
    reached = distance[nearest] ?? 0;
    last = nearest;
    from = rowOf[nearest] ?? -1;
    if (from < 0) break;
  }
  rowPotential[row] = (rowPotential[row] ?? 0) + reached;
  for (let column = 0; column < n; column++) {
    if (settled[column] !== 1 || column === last) continue;
    const slack = reached - (distance[column] ?? 0);
    columnPotential[column] = (columnPotential[column] ?? 0) - slack;
    const owner = rowOf[column] ?? 0;
    rowPotential[owner] = (rowPotential[owner] ?? 0) + slack;
  }
  for (let column = last; column >= 0;) {
    const previous = before[column] ?? -1;
    rowOf[column] = previous < 0 ? row : (rowOf[previous] ?? 0);
    column = previous;
  }
}
