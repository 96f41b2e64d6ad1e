/**
 * One panel of curves over images seen: lines with their names at their ends, landmark values,
 * flags where something changed, one hover rule shared with the panels beside it. It draws what it
 * is given; thinning and scales are decided outside.
 */
import type { MouseEvent, ReactElement } from "react";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  useXAxisInverseScale,
  useXAxisScale,
  useYAxisScale,
  usePlotArea,
  XAxis,
  YAxis,
} from "recharts";
import type { CurvePoint } from "#/core/metrics/downsample.ts";
import { ticksOf, type Domain } from "#/core/metrics/axis.ts";
import styles from "#/charts/CurvePanel.module.css";
import { spreadLabels } from "#/charts/spreadLabels.ts";

export interface CurveLine {
  readonly id: string;
  /** Name at the line's end; empty draws none. */
  readonly label: string;
  readonly points: readonly CurvePoint[];
  /** A CSS colour, usually a token. */
  readonly color: string;
  /** Test curves 2 px, train curves 1 px at half strength, the ghost 1 px. */
  readonly weight: "test" | "train" | "ghost";
}

export interface Landmark {
  readonly id: string;
  readonly label: string;
  readonly value: number;
}

export interface Flag {
  readonly id: string;
  readonly x: number;
  readonly label: string;
}

interface CurvePanelProps {
  readonly lines: readonly CurveLine[];
  readonly landmarks: readonly Landmark[];
  readonly flags: readonly Flag[];
  readonly x: Domain;
  readonly y: Domain;
  readonly log: boolean;
  readonly width: number;
  readonly height: number;
  readonly showXTicks: boolean;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly hoverX: number | null;
  readonly onHover: (x: number | null) => void;
  readonly onPick: (x: number) => void;
}

const LEFT = 40;
const RIGHT = 66;
const STROKES = {
  test: { width: 2, opacity: 1 },
  train: { width: 1, opacity: 0.5 },
  ghost: { width: 1, opacity: 0.6 },
} as const;

export function CurvePanel(props: CurvePanelProps): ReactElement {
  const { lines, landmarks, flags, x, y, log, width, height, showXTicks, formatX, formatY } = props;
  const inside = landmarks.filter((mark) => mark.value >= y[0] && mark.value <= y[1]);
  const outside = landmarks.filter((mark) => mark.value > y[1]);
  return (
    <div className={styles["panel"]}>
      <LineChart
        width={width}
        height={height}
        margin={{ top: 6, right: RIGHT, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          type="number"
          dataKey="x"
          domain={[...x]}
          ticks={ticksOf(x, 4)}
          tickFormatter={formatX}
          height={showXTicks ? 20 : 1}
          tick={showXTicks ? { fill: "var(--text-3)", fontSize: 12 } : false}
          tickLine={false}
          axisLine={{ stroke: "var(--edge)" }}
          allowDataOverflow
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[...y]}
          scale={log ? "log" : "linear"}
          {...(log ? {} : { ticks: ticksOf(y, height > 120 ? 4 : 2) })}
          tickFormatter={formatY}
          width={LEFT}
          tick={{ fill: "var(--text-3)", fontSize: 12 }}
          tickLine={false}
          axisLine={false}
          allowDataOverflow
        />
        {inside.map((mark) => (
          <ReferenceLine key={mark.id} y={mark.value} stroke="var(--edge)" strokeDasharray="1 3" />
        ))}
        {flags.map((flag) => (
          <ReferenceLine key={flag.id} x={flag.x} stroke="var(--edge)" />
        ))}
        {lines.map((line) => (
          <Line
            key={line.id}
            data={[...line.points]}
            dataKey="y"
            type="linear"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            stroke={line.color}
            strokeWidth={STROKES[line.weight].width}
            strokeOpacity={STROKES[line.weight].opacity}
          />
        ))}
        <Annotations
          lines={lines}
          inside={inside}
          outside={outside}
          flags={flags}
          hoverX={props.hoverX}
          onHover={props.onHover}
          onPick={props.onPick}
        />
      </LineChart>
    </div>
  );
}

interface AnnotationsProps {
  readonly lines: readonly CurveLine[];
  readonly inside: readonly Landmark[];
  readonly outside: readonly Landmark[];
  readonly flags: readonly Flag[];
  readonly hoverX: number | null;
  readonly onHover: (x: number | null) => void;
  readonly onPick: (x: number) => void;
}

/** What recharts has no element for: end labels kept apart, tags at the rim, the shared rule. */
function Annotations(props: AnnotationsProps): ReactElement | null {
  const area = usePlotArea();
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const fromX = useXAxisInverseScale();
  if (area === undefined || toX === undefined || toY === undefined) return null;

  const ends = props.lines.flatMap((line) => {
    const last = line.points.at(-1);
    const at = last === undefined || line.label === "" ? undefined : toY(last.y);
    return at === undefined ? [] : [{ id: line.id, label: line.label, color: line.color, at }];
  });
  const placed = spreadLabels(
    ends.map((end) => Math.min(Math.max(end.at, area.y + 5), area.y + area.height - 2)),
    13,
    area.y + 5,
    area.y + area.height,
  );

  function valueUnder(event: MouseEvent<SVGRectElement>): number | null {
    const box = event.currentTarget.getBoundingClientRect();
    const value = fromX?.((area?.x ?? 0) + event.clientX - box.left);
    return typeof value === "number" ? value : null;
  }

  const rule = props.hoverX === null ? undefined : toX(props.hoverX);
  return (
    <g>
      {ends.map((end, i) => (
        <text
          key={end.id}
          className={styles["end"]}
          x={area.x + area.width + 6}
          y={(placed[i] ?? end.at) + 4}
          fill={end.color}
        >
          {end.label}
        </text>
      ))}
      {props.inside.map((mark) => (
        <text
          key={mark.id}
          className={styles["landmark"]}
          x={area.x + area.width - 4}
          y={(toY(mark.value) ?? 0) - 3}
          textAnchor="end"
        >
          {mark.label}
        </text>
      ))}
      {props.outside.map((mark, i) => (
        <text
          key={mark.id}
          className={styles["landmark"]}
          x={area.x + area.width - 4}
          y={area.y + 9 + 13 * i}
          textAnchor="end"
        >
          ↑ {mark.label}
        </text>
      ))}
      {props.flags.map((flag) => (
        <text key={flag.id} className={styles["flag"]} x={(toX(flag.x) ?? 0) + 3} y={area.y + 9}>
          {flag.label}
        </text>
      ))}
      {rule !== undefined && (
        <line
          className={styles["rule"]}
          x1={rule}
          x2={rule}
          y1={area.y}
          y2={area.y + area.height}
        />
      )}
      <rect
        className={styles["catcher"]}
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        onPointerMove={(event) => {
          props.onHover(valueUnder(event));
        }}
        onPointerLeave={() => {
          props.onHover(null);
        }}
        onClick={(event) => {
          const value = valueUnder(event);
          if (value !== null) props.onPick(value);
        }}
      />
    </g>
  );
}
