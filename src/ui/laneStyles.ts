/** How the lanes of a comparison are told apart: colour and dash, beside their letter. By position, A first. */

export interface LaneStyle {
  /** A CSS colour: a token. */
  readonly color: string;
  /** SVG stroke-dasharray; "none" is solid. */
  readonly dash: string;
}

const styles: readonly LaneStyle[] = [
  { color: "var(--lane-a)", dash: "none" },
  { color: "var(--lane-b)", dash: "7 3" },
  { color: "var(--lane-c)", dash: "2 2" },
  { color: "var(--lane-d)", dash: "9 2 2 2" },
];

const first: LaneStyle = { color: "var(--lane-a)", dash: "none" };

export function laneStyle(index: number): LaneStyle {
  return styles[index] ?? first;
}
