/** The posterior of one image on the plane, 1σ and 2σ, beside the prior, and the z a draw of ε makes of it. */
import type { ReactElement } from "react";
import { roundUp } from "#/core/metrics/axis.ts";
import type { Code } from "#/features/lessons/widgets/CodeTable.tsx";
import type { PlaneWindow } from "#/features/lessons/widgets/epsilonCodes.ts";
import { Plot } from "#/features/lessons/widgets/Plot.tsx";
import { plotScale } from "#/features/lessons/widgets/scale.ts";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useText } from "#/i18n/useText.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

interface EpsilonPlotProps {
  readonly codes: readonly Code[];
  /** What of the plane is shown. */
  readonly frame: PlaneWindow;
}

/** Ticks of an axis, at most. */
const mostTicks = 7;

export function EpsilonPlot({ codes, frame }: EpsilonPlotProps): ReactElement | null {
  const t = useText();
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const [first, second] = codes;
  const side = Math.min(width, 300);
  const scale = plotScale({ width: side, height: side, x: frame.x, y: frame.y });
  const every = roundUp((frame.x[1] - frame.x[0]) / mostTicks);
  if (first === undefined || second === undefined) return null;
  const unit = scale.px(1) - scale.px(0);
  const unitY = scale.py(0) - scale.py(1);
  return (
    <div ref={ref} className={styles["place"]}>
      {width > 0 && (
        <Plot
          scale={scale}
          label={t("lessons.widgets.epsilon.plot")}
          xTitle="z₁"
          yTitle="z₂"
          xEvery={every}
          yEvery={every}
        >
          <ellipse
            className={styles["prior"]}
            cx={scale.px(0)}
            cy={scale.py(0)}
            rx={unit}
            ry={unitY}
          />
          {[1, 2].map((times) => (
            <ellipse
              key={times}
              className={styles["ellipse"]}
              strokeOpacity={times === 1 ? 1 : 0.45}
              cx={scale.px(first.mean)}
              cy={scale.py(second.mean)}
              rx={times * first.sigma * unit}
              ry={times * second.sigma * unitY}
            />
          ))}
          <line
            className={styles["arrow"]}
            x1={scale.px(first.mean)}
            y1={scale.py(second.mean)}
            x2={scale.px(first.z)}
            y2={scale.py(second.z)}
          />
          <circle
            cx={scale.px(first.z)}
            cy={scale.py(second.z)}
            r={4}
            className={styles["landed"]}
          />
        </Plot>
      )}
    </div>
  );
}
