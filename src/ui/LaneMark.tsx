/** A lane's letter over a piece of its line: the same mark at its column, its curves and its results. */
import { laneStyle } from "#/ui/laneStyles.ts";
import styles from "./LaneMark.module.css";

export interface LaneMarkProps {
  /** By position, A first. */
  readonly index: number;
  readonly letter: string;
  readonly size?: "large" | "small";
}

export function LaneMark({ index, letter, size = "small" }: LaneMarkProps) {
  const { color, dash } = laneStyle(index);
  const width = size === "large" ? 26 : 18;
  return (
    <span className={styles["mark"]} data-size={size}>
      {letter}
      <svg width={width} height="4" aria-hidden="true" focusable="false">
        <line
          x1="0"
          x2={width}
          y1="2"
          y2="2"
          stroke={color}
          strokeWidth="3"
          strokeDasharray={dash}
        />
      </svg>
    </span>
  );
}
