/** Axes with whole ticks, and what is drawn on them. */
import type { ReactElement, ReactNode } from "react";
import {
  plotBottom,
  plotLeft,
  wholeTicks,
  type PlotScale,
} from "#/features/lessons/widgets/scale.ts";
import styles from "#/features/lessons/widgets/Plot.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";

interface PlotProps {
  readonly scale: PlotScale;
  /** What it shows, for those who cannot see it. */
  readonly label: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly yEvery?: number;
  readonly xEvery?: number;
  readonly children: ReactNode;
}

export function Plot(props: PlotProps): ReactElement {
  const { scale, xEvery = 1, yEvery = 1 } = props;
  const format = useNumberFormat();
  const { width, height } = scale;
  const bottom = height - plotBottom;
  return (
    <svg
      className={styles["plot"]}
      width={width}
      height={height}
      role="group"
      aria-label={props.label}
    >
      <g className={styles["axis"]} aria-hidden="true">
        {wholeTicks(scale.x, xEvery).map((x) => (
          <g key={x}>
            <line x1={scale.px(x)} x2={scale.px(x)} y1={scale.py(scale.y[1])} y2={bottom} />
            <text x={scale.px(x)} y={bottom + 14} textAnchor="middle">
              {format(x)}
            </text>
          </g>
        ))}
        {wholeTicks(scale.y, yEvery).map((y) => (
          <g key={y}>
            <line x1={plotLeft} x2={scale.px(scale.x[1])} y1={scale.py(y)} y2={scale.py(y)} />
            <text x={plotLeft - 6} y={scale.py(y) + 4} textAnchor="end">
              {format(y)}
            </text>
          </g>
        ))}
        {props.xTitle !== undefined && (
          <text className={styles["title"]} x={width - 10} y={bottom - 6} textAnchor="end">
            {props.xTitle}
          </text>
        )}
        {props.yTitle !== undefined && (
          <text className={styles["title"]} x={plotLeft + 6} y={20}>
            {props.yTitle}
          </text>
        )}
      </g>
      {props.children}
    </svg>
  );
}
