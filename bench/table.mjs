/** One table for every measurement: value, target, and whether it was reached. */

/** @typedef {{ measure: string, value: number, unit: string, target: number }} Row lower is better */

/** @param {readonly Row[]} rows */
export function printTable(rows) {
  const cells = rows.map(({ measure, value, unit, target }) => [
    measure,
    `${digits(value)} ${unit}`.trim(),
    `≤ ${digits(target)}`,
    value <= target ? "reached" : "missed",
  ]);
  const header = ["measure", "here", "target", ""];
  const widths = header.map((_, i) =>
    Math.max(...[header, ...cells].map((line) => line[i].length)),
  );
  for (const line of [header, ...cells]) {
    console.log(line.map((cell, i) => cell.padEnd(widths[i])).join("  "));
  }
}

/** @param {number} value */
function digits(value) {
  return Number.isInteger(value) ? value.toLocaleString("en") : value.toPrecision(3);
}
