/** The surface over a plot that catches the pointer: says where it is along x, and what is pressed. */
import type { MouseEvent, ReactElement } from "react";
import styles from "#/charts/HoverCatcher.module.css";
import type { PlotArea } from "#/charts/lanePaths.ts";

interface HoverCatcherProps {
  readonly area: PlotArea;
  /** The value at a share of the width, 0 at its left and 1 at its right; null where there is none. */
  readonly valueAt: (share: number) => number | null;
  readonly onHover: (x: number | null) => void;
  readonly onPick: (x: number) => void;
}

export function HoverCatcher({ area, valueAt, onHover, onPick }: HoverCatcherProps): ReactElement {
  function valueUnder({ currentTarget, clientX }: MouseEvent<SVGRectElement>): number | null {
    const box = currentTarget.getBoundingClientRect();
    return valueAt(Math.min(Math.max((clientX - box.left) / Math.max(1, box.width), 0), 1));
  }

  return (
    <rect
      className={styles["catcher"]}
      x={area.left}
      y={area.top}
      width={area.width}
      height={area.height}
      onPointerMove={(event) => {
        onHover(valueUnder(event));
      }}
      onPointerLeave={() => {
        onHover(null);
      }}
      onClick={(event) => {
        const value = valueUnder(event);
        if (value !== null) onPick(value);
      }}
    />
  );
}
