/**
 * One panel of curves over images seen: lines with their names at their ends, landmark values,
 * flags where something changed, single values as rings, one hover rule shared with the panels
 * beside it. It draws what it is given, and clips what is off its scale; thinning and scales are
 * decided outside.
 */
import type { ReactElement } from "react";
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";
import { ticksOf, type Domain } from "#/core/metrics/axis.ts";
import { CurveAnnotations } from "#/charts/CurveAnnotations.tsx";
import type { CurveLine, Flag, Landmark, Mark } from "#/charts/curves.ts";
import styles from "#/charts/CurvePanel.module.css";

interface CurvePanelProps {
  readonly lines: readonly CurveLine[];
  readonly landmarks: readonly Landmark[];
  readonly flags: readonly Flag[];
  readonly marks: readonly Mark[];
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
          tickSize={0}
          tickMargin={4}
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
        <CurveAnnotations
          lines={lines}
          inside={inside}
          outside={outside}
          flags={flags}
          marks={props.marks.filter((mark) => mark.y >= y[0] && mark.y <= y[1])}
          hoverX={props.hoverX}
          onHover={props.onHover}
          onPick={props.onPick}
        />
      </LineChart>
    </div>
  );
}
