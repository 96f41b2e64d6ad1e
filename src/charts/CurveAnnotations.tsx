/**
 * What recharts has no element for: names at the lines' ends kept apart, landmark names and tags at
 * the rim, flags, the shared hover rule, and the surface that catches the pointer.
 */
import type { ReactElement } from "react";
import { usePlotArea, useXAxisInverseScale, useXAxisScale, useYAxisScale } from "recharts";
import type { CurveLine, Flag, Landmark, Mark } from "#/charts/curves.ts";
import styles from "#/charts/CurvePanel.module.css";
import { HoverCatcher } from "#/charts/HoverCatcher.tsx";
import { spreadLabels } from "#/charts/spreadLabels.ts";

interface CurveAnnotationsProps {
  readonly lines: readonly CurveLine[];
  readonly inside: readonly Landmark[];
  readonly outside: readonly Landmark[];
  readonly flags: readonly Flag[];
  /** On the scale. */
  readonly marks: readonly Mark[];
  readonly hoverX: number | null;
  readonly onHover: (x: number | null) => void;
  readonly onPick: (x: number) => void;
}

export function CurveAnnotations(props: CurveAnnotationsProps): ReactElement | null {
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
    ends.map((end) => Math.min(Math.max(end.at, area.y + 5), area.y + area.height - 6)),
    13,
    area.y + 5,
    area.y + area.height - 6,
  );

  // Above its line; under it where the tags at the rim need the place.
  const rim = area.y + 9 + 13 * (props.outside.length - 1);
  const insideY = spreadLabels(
    props.inside.map((mark) => {
      const line = toY(mark.value) ?? 0;
      return props.outside.length > 0 && line - 3 < rim + 13 ? Math.max(line, rim) + 13 : line - 3;
    }),
    13,
    area.y + 9,
    area.y + area.height - 3,
  );
  // Names of landmarks stand at the top, so the flags' stand at the foot.
  const named = props.inside.length + props.outside.length > 0;
  const flagY = named ? area.y + area.height - 4 : area.y + 9;

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
      {props.inside.map((mark, i) => (
        <text
          key={mark.id}
          className={styles["landmark"]}
          x={area.x + area.width - 4}
          y={insideY[i]}
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
        <text key={flag.id} className={styles["flag"]} x={(toX(flag.x) ?? 0) + 3} y={flagY}>
          {flag.label}
        </text>
      ))}
      {props.marks.map((mark) => (
        <circle
          key={mark.id}
          className={styles["mark"]}
          cx={toX(mark.x)}
          cy={toY(mark.y)}
          r={3.5}
          stroke={mark.color}
        >
          <title>{mark.label}</title>
        </circle>
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
      <HoverCatcher
        area={{ left: area.x, top: area.y, width: area.width, height: area.height }}
        valueAt={(at) => {
          const value = fromX?.(area.x + at * area.width);
          return typeof value === "number" ? value : null;
        }}
        onHover={props.onHover}
        onPick={props.onPick}
      />
    </g>
  );
}
