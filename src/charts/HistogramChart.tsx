/**
 * A histogram over a round range, its bars by the logarithm of their share so that the few values
 * far out stay in sight, with a band marked on its axis. It draws what it is given: values are
 * counted outside.
 */
import type { ReactElement } from "react";
import { ticksOf, type Domain } from "#/core/metrics/axis.ts";
import styles from "#/charts/HistogramChart.module.css";

interface HistogramChartProps {
  /** Of equal bins over `x`. */
  readonly counts: ArrayLike<number>;
  readonly x: Domain;
  /** A stretch of the axis that is tinted and named. */
  readonly band: { readonly from: number; readonly to: number; readonly label: string };
  /** A CSS colour. */
  readonly color: string;
  readonly width: number;
  readonly height: number;
  readonly formatX: (x: number) => string;
}

const left = 8;
const right = 8;
const top = 14;
const bottom = 18;
/** Decades of share that have a height: 1 in 100,000 just shows. */
const decades = 5;

/** Of a bin's share of all values, in [0, 1]. */
function heightOf(share: number): number {
  return share <= 0 ? 0 : Math.max(0.02, 1 + Math.log10(share) / decades);
}

export function HistogramChart(props: HistogramChartProps): ReactElement {
  const { counts, x, band, color, width, height } = props;
  const room = Math.max(width - left - right, 1);
  const tall = height - top - bottom;
  const at = (value: number): number => left + ((value - x[0]) / (x[1] - x[0])) * room;
  const bins = Array.from({ length: counts.length }, (_, i) => counts[i] ?? 0);
  const all = bins.reduce((sum, count) => sum + count, 0);
  const wide = room / Math.max(bins.length, 1);
  const from = at(Math.max(band.from, x[0]));
  const to = at(Math.min(band.to, x[1]));
  // The name stands beside the band where it is too narrow to hold it.
  const before = from > width / 2;
  return (
    <svg className={styles["chart"]} width={width} height={height} aria-hidden="true">
      <rect
        className={styles["band"]}
        x={from}
        y={top}
        width={Math.max(to - from, 1)}
        height={tall}
      />
      <text
        className={styles["name"]}
        x={before ? to : from}
        y={top - 3}
        textAnchor={before ? "end" : "start"}
      >
        {band.label}
      </text>
      {bins.map((count, i) => {
        const share = heightOf(all === 0 ? 0 : count / all) * tall;
        if (share === 0) return null;
        return (
          <rect
            key={i}
            x={left + i * wide}
            y={top + tall - share}
            width={Math.max(wide - 0.5, 0.5)}
            height={share}
            fill={color}
          />
        );
      })}
      <line
        className={styles["axis"]}
        x1={left}
        x2={width - right}
        y1={top + tall}
        y2={top + tall}
      />
      {ticksOf(x, 5).map((tick) => (
        <g key={tick}>
          <line
            className={styles["axis"]}
            x1={at(tick)}
            x2={at(tick)}
            y1={top + tall}
            y2={top + tall + 4}
          />
          <text className={styles["tick"]} x={at(tick)} y={height - 3} textAnchor="middle">
            {props.formatX(tick)}
          </text>
        </g>
      ))}
    </svg>
  );
}
