/**
 * KL of each latent dimension as bars: active units solid, inactive ones outlined. Order, values and
 * selection come from outside; hovering and clicking are reported.
 */
import type { ReactElement } from "react";
import { Bar, BarChart, ReferenceLine, XAxis, YAxis, type BarShapeProps } from "recharts";
import { ticksOf, type Domain } from "#/core/metrics/axis.ts";
import styles from "#/charts/KlBars.module.css";

export interface KlBar {
  readonly dimension: number;
  /** Nats. */
  readonly kl: number;
  readonly active: boolean;
  /** Drawn on an axis of the plane. */
  readonly selected: boolean;
}

interface KlBarsProps {
  readonly bars: readonly KlBar[];
  readonly y: Domain;
  readonly width: number;
  readonly height: number;
  readonly formatY: (nats: number) => string;
  readonly nameOf: (bar: KlBar) => string;
  readonly onHover: (dimension: number | null) => void;
  readonly onPick: (dimension: number) => void;
}

export function KlBars(props: KlBarsProps): ReactElement {
  const { bars, y, width, height } = props;
  return (
    <div className={styles["panel"]}>
      <BarChart
        width={width}
        height={height}
        data={[...bars]}
        margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={bars.length > 64 ? 0 : bars.length > 24 ? 1 : "12%"}
        accessibilityLayer={false}
        onMouseLeave={() => {
          props.onHover(null);
        }}
      >
        <XAxis
          dataKey="dimension"
          height={20}
          interval={bars.length > 12 ? Math.ceil(bars.length / 8) - 1 : 0}
          tickFormatter={(dimension: number) => String(dimension + 1)}
          tick={{ fill: "var(--text-3)", fontSize: 12 }}
          tickLine={false}
          axisLine={{ stroke: "var(--edge)" }}
        />
        <YAxis
          domain={[...y]}
          ticks={ticksOf(y, 2)}
          tickFormatter={props.formatY}
          width={40}
          tick={{ fill: "var(--text-3)", fontSize: 12 }}
          tickLine={false}
          tickSize={0}
          tickMargin={4}
          axisLine={false}
          allowDataOverflow
        />
        <ReferenceLine y={0} stroke="var(--edge)" />
        <Bar
          dataKey="kl"
          isAnimationActive={false}
          shape={(shape: BarShapeProps) => {
            const bar = bars[shape.index];
            if (bar === undefined) return <g />;
            return <BarMark shape={shape} bar={bar} name={props.nameOf(bar)} {...pickers(props)} />;
          }}
        />
      </BarChart>
    </div>
  );
}

function pickers(props: KlBarsProps): Pick<KlBarsProps, "onHover" | "onPick"> {
  return { onHover: props.onHover, onPick: props.onPick };
}

interface BarMarkProps {
  readonly shape: BarShapeProps;
  readonly bar: KlBar;
  readonly name: string;
  readonly onHover: (dimension: number | null) => void;
  readonly onPick: (dimension: number) => void;
}

function BarMark({ shape, bar, name, onHover, onPick }: BarMarkProps): ReactElement {
  const { x: left, y: top, width: wide, height: tall } = shape;
  // A model that is breaking has a KL that is no number: no bar, its name still says so.
  if (!Number.isFinite(top + tall)) return <g />;
  const inset = bar.active ? 0 : 0.5;
  return (
    <g
      className={styles["bar"]}
      data-selected={bar.selected}
      onPointerEnter={() => {
        onHover(bar.dimension);
      }}
      onClick={() => {
        onPick(bar.dimension);
      }}
    >
      <title>{name}</title>
      <rect className={styles["target"]} x={left} y={0} width={wide} height={top + tall} />
      <rect
        x={left + inset}
        y={top + inset}
        width={Math.max(0.5, wide - 2 * inset)}
        height={Math.max(0, tall - 2 * inset)}
        fill={bar.active ? "var(--kl)" : "none"}
        stroke={bar.active ? "none" : "var(--kl)"}
      />
    </g>
  );
}
