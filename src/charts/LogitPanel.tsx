/**
 * One panel of functions of the logit: lines where they are numbers, a hatched stretch with words
 * where they are none, and the cursor's rule. What is computed, and the words, come from outside.
 */
import { useId, type ReactElement } from "react";
import { ticksOf, type Domain } from "#/core/metrics/axis.ts";
import { piecesOf, type BrokenStretch } from "#/charts/logitCurves.ts";
import styles from "#/charts/LogitPanel.module.css";

export interface LogitLine {
  readonly id: string;
  /** At each of `logits`. */
  readonly values: Float32Array;
  /** A CSS colour. */
  readonly color: string;
  /** An SVG dash pattern; empty draws a solid line. */
  readonly dash: string;
}

interface LogitPanelProps {
  readonly title: string;
  /** Ascending. */
  readonly logits: Float32Array;
  readonly lines: readonly LogitLine[];
  readonly x: Domain;
  readonly y: Domain;
  readonly width: number;
  readonly height: number;
  readonly cursor: number;
  readonly showXTicks: boolean;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  /** Words on a stretch that is no number, by where it begins and ends. */
  readonly describeBroken: (what: BrokenStretch["what"], from: number, to: number) => string;
}

export const logitPlotLeft = 40;
export const logitPlotRight = 12;
const top = 18;

export function LogitPanel(props: LogitPanelProps): ReactElement {
  const { logits, lines, x, y, width, height } = props;
  const hatch = useId();
  const clip = useId();
  const bottom = props.showXTicks ? 20 : 6;
  const room = Math.max(width - logitPlotLeft - logitPlotRight, 1);
  const tall = height - top - bottom;
  const toX = (l: number): number => logitPlotLeft + ((l - x[0]) / (x[1] - x[0])) * room;
  const toY = (value: number): number => top + (1 - (value - y[0]) / (y[1] - y[0])) * tall;
  const at = (i: number): number => logits[i] ?? 0;

  const drawn = lines.map((line) => ({ line, pieces: piecesOf(line.values) }));
  const broken = drawn.flatMap(({ line, pieces }) =>
    pieces.broken.map((stretch) => ({ ...stretch, id: line.id, color: line.color })),
  );
  return (
    <svg className={styles["panel"]} width={width} height={height} aria-hidden="true">
      <defs>
        {lines.map((line) => (
          <pattern
            key={line.id}
            id={`${hatch}-${line.id}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="6" stroke={line.color} strokeWidth="1.5" />
          </pattern>
        ))}
        <clipPath id={clip}>
          <rect x={logitPlotLeft} y={top} width={room} height={tall} />
        </clipPath>
      </defs>
      <text className={styles["title"]} x={logitPlotLeft} y={12}>
        {props.title}
      </text>
      {ticksOf(y, 3).map((tick) => (
        <g key={tick}>
          <line
            className={styles["grid"]}
            x1={logitPlotLeft}
            x2={logitPlotLeft + room}
            y1={toY(tick)}
            y2={toY(tick)}
          />
          <text className={styles["tick"]} x={logitPlotLeft - 5} y={toY(tick) + 4} textAnchor="end">
            {props.formatY(tick)}
          </text>
        </g>
      ))}
      {props.showXTicks &&
        ticksOf(x, width > 420 ? 8 : 4).map((tick) => (
          <text
            key={tick}
            className={styles["tick"]}
            x={toX(tick)}
            y={height - 4}
            textAnchor="middle"
          >
            {props.formatX(tick)}
          </text>
        ))}
      {broken.map((stretch, i) => {
        const from = toX(at(stretch.from));
        const to = toX(at(stretch.to));
        const beyondMiddle = from > logitPlotLeft + room / 2;
        return (
          <g key={`${stretch.id}-${String(stretch.from)}`}>
            <rect
              x={from}
              y={top}
              width={Math.max(to - from, 1)}
              height={tall}
              fill={`url(#${hatch}-${stretch.id})`}
              opacity={0.35}
            />
            <line
              x1={from}
              x2={from}
              y1={top}
              y2={top + tall}
              stroke={stretch.color}
              strokeWidth={1}
            />
            <text
              className={styles["broken"]}
              x={beyondMiddle ? to - 4 : from + 4}
              y={top + 14 + 15 * i}
              textAnchor={beyondMiddle ? "end" : "start"}
            >
              {props.describeBroken(stretch.what, at(stretch.from), at(stretch.to))}
            </text>
          </g>
        );
      })}
      <g clipPath={`url(#${clip})`}>
        {drawn.map(({ line, pieces }) =>
          pieces.sound.map(({ from, to }) => (
            <polyline
              key={`${line.id}-${String(from)}`}
              className={styles["line"]}
              stroke={line.color}
              strokeDasharray={line.dash}
              points={pointsOf(from, to, (i) => [toX(at(i)), toY(line.values[i] ?? 0)])}
            />
          )),
        )}
        <line
          className={styles["cursor"]}
          x1={toX(props.cursor)}
          x2={toX(props.cursor)}
          y1={top}
          y2={top + tall}
        />
      </g>
      <line
        className={styles["axis"]}
        x1={logitPlotLeft}
        x2={logitPlotLeft + room}
        y1={top + tall}
        y2={top + tall}
      />
    </svg>
  );
}

function pointsOf(from: number, to: number, at: (i: number) => readonly [number, number]): string {
  const points: string[] = [];
  for (let i = from; i <= to; i++)
    points.push(
      at(i)
        .map((value) => value.toFixed(1))
        .join(","),
    );
  return points.join(" ");
}
