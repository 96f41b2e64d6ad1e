/** The posterior of one image on the plane, 1σ and 2σ, and the z a draw of ε makes of it. */
import { useMemo, type ReactElement } from "react";
import type { Code } from "#/features/lessons/widgets/CodeTable.tsx";
import { Plot } from "#/features/lessons/widgets/Plot.tsx";
import { plotScale } from "#/features/lessons/widgets/scale.ts";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useText } from "#/i18n/useText.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

/** Half the width of the window about μ: a posterior would be a speck on the whole plane. */
const reach = 0.8;

/** The window moves by halves: it stands still under a small move. */
const halves = (value: number): number => Math.round(2 * value) / 2;

export function EpsilonPlot({ codes }: { readonly codes: readonly Code[] }): ReactElement | null {
  const t = useText();
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const [first, second] = codes;
  const [x, y] = [halves(first?.mean ?? 0), halves(second?.mean ?? 0)];
  const side = Math.min(width, 300);
  const scale = useMemo(
    () =>
      plotScale({
        width: side,
        height: side,
        x: [x - reach, x + reach],
        y: [y - reach, y + reach],
      }),
    [side, x, y],
  );
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
          xEvery={0.5}
          yEvery={0.5}
        >
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
