/**
 * One small multiple: the same term of every lane over images seen, each in its colour and dash with
 * its letter at the end. Plain SVG, drawn anew a few times a second from a point a pixel; thinning and
 * scales are decided outside.
 */
import { useId, type ReactElement } from "react";
import { ticksOf, type Domain } from "#/core/metrics/axis.ts";
import type { CurvePoint } from "#/core/metrics/downsample.ts";
import { HoverCatcher } from "#/charts/HoverCatcher.tsx";
import { decades, dotPath, linePath, share, type PlotArea } from "#/charts/lanePaths.ts";
import styles from "#/charts/LanePanel.module.css";
import { spreadLabels } from "#/charts/spreadLabels.ts";
import { laneStyle } from "#/ui/laneStyles.ts";

export interface LaneCurve {
  /** By position, A first. */
  readonly index: number;
  readonly letter: string;
  readonly line: readonly CurvePoint[];
  /** Single values beside it; may be empty. */
  readonly dots: readonly CurvePoint[];
  /** The same for all lanes, or each lane's own. */
  readonly y: Domain;
}

interface LanePanelProps {
  readonly label: string;
  readonly curves: readonly LaneCurve[];
  readonly x: Domain;
  /** Null where each lane has its own: then there are no common ticks. */
  readonly y: Domain | null;
  readonly log: boolean;
  readonly width: number;
  readonly height: number;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly hoverX: number | null;
  readonly onHover: (x: number | null) => void;
  readonly onPick: (x: number) => void;
}

const indent = 44;
const right = 18;
const top = 6;
const bottom = 20;

export function LanePanel(props: LanePanelProps): ReactElement {
  const { curves, x, y, log, width, height } = props;
  const clip = useId();
  const area: PlotArea = {
    left: indent,
    top,
    width: Math.max(1, width - indent - right),
    height: Math.max(1, height - top - bottom),
  };
  const toX = (value: number): number => area.left + share(value, x, false) * area.width;

  const rule = props.hoverX === null ? null : toX(props.hoverX);
  return (
    <svg
      className={styles["panel"]}
      width={width}
      height={height}
      role="img"
      aria-label={props.label}
    >
      <clipPath id={clip}>
        <rect x={area.left} y={area.top} width={area.width} height={area.height} />
      </clipPath>
      {y !== null && <Rungs {...props} y={y} area={area} />}
      <line
        className={styles["axis"]}
        x1={area.left}
        x2={area.left + area.width}
        y1={area.top + area.height}
        y2={area.top + area.height}
      />
      {ticksOf(x, 4).map((tick) => (
        <text
          key={tick}
          className={styles["tick"]}
          x={toX(tick)}
          y={height - 5}
          textAnchor="middle"
        >
          {props.formatX(tick)}
        </text>
      ))}
      <g clipPath={`url(#${clip})`} fill="none">
        {curves.map((curve) => {
          const { color, dash } = laneStyle(curve.index);
          return (
            <g key={curve.letter} stroke={color}>
              <path
                d={linePath(curve.line, area, x, curve.y, log)}
                strokeWidth={2}
                strokeDasharray={dash}
                data-lane={curve.letter}
              />
              <path
                className={styles["dots"]}
                d={dotPath(curve.dots, area, x, curve.y, log)}
                strokeWidth={4}
              />
            </g>
          );
        })}
      </g>
      <Ends {...props} area={area} />
      {rule !== null && (
        <line
          className={styles["rule"]}
          x1={rule}
          x2={rule}
          y1={area.top}
          y2={area.top + area.height}
        />
      )}
      <HoverCatcher
        area={area}
        valueAt={(at) => x[0] + at * (x[1] - x[0])}
        onHover={props.onHover}
        onPick={props.onPick}
      />
    </svg>
  );
}

interface PartProps extends LanePanelProps {
  readonly area: PlotArea;
}

/** Hairlines with their numbers. */
function Rungs({ y, log, formatY, area }: PartProps & { readonly y: Domain }): ReactElement {
  const ticks = log ? decades(y) : ticksOf(y, area.height > 90 ? 4 : 2);
  return (
    <>
      {ticks.map((tick) => {
        const at = area.top + (1 - share(tick, y, log)) * area.height;
        return (
          <g key={tick}>
            <line
              className={styles["rung"]}
              x1={area.left}
              x2={area.left + area.width}
              y1={at}
              y2={at}
            />
            <text className={styles["tick"]} x={area.left - 5} y={at + 4} textAnchor="end">
              {formatY(tick)}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** The letters in a column where the furthest line ends, kept apart. */
function Ends({ curves, x, log, area }: PartProps): ReactElement {
  const low = area.top + 6;
  const high = area.top + area.height - 6;
  const furthest = Math.max(...curves.map(({ line }) => line.at(-1)?.x ?? x[0]));
  const left = area.left + Math.min(share(furthest, x, false), 1) * area.width;
  const ends = curves.flatMap(({ index, letter, line, y }) => {
    const last = line.at(-1);
    const at = last === undefined ? Number.NaN : share(last.y, y, log);
    if (!Number.isFinite(at)) return [];
    const height = area.top + (1 - at) * area.height;
    return [{ index, letter, y: Math.min(Math.max(height, low), high) }];
  });
  const placed = spreadLabels(
    ends.map((end) => end.y),
    12,
    low,
    high,
  );
  return (
    <>
      {ends.map((end, i) => (
        <text
          key={end.letter}
          className={styles["end"]}
          x={left + 6}
          y={(placed[i] ?? end.y) + 4}
          fill={laneStyle(end.index).color}
        >
          {end.letter}
        </text>
      ))}
    </>
  );
}
