/**
 * One dimension of one posterior: drag (μ, λ) over the lines of equal KL, see N(μ, σ²) over the prior
 * and the two parts of the term.
 */
import { useMemo, useState, type ReactElement } from "react";
import { pointKl } from "#/core/objective/gaussianStudy.ts";
import type { GaussianPoint } from "#/core/lesson.ts";
import { useProgress } from "#/features/lessons/progressContext.tsx";
import { DragPoint } from "#/features/lessons/widgets/DragPoint.tsx";
import { Plot } from "#/features/lessons/widgets/Plot.tsx";
import {
  curveOf,
  gaussianDensity,
  klContour,
  pathOf,
  plotScale,
} from "#/features/lessons/widgets/scale.ts";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

const contours = [0.1, 0.5, 1, 2, 4].map((nats) => ({ nats, points: klContour(nats) }));
const start: GaussianPoint = { mean: 1.6, logVariance: -1.6 };
/** Of the bars, nats: more is cut off at the end and still told in numbers. */
const fullBar = 6;

export function PointKl(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const progress = useProgress();
  const [point, setPoint] = useState(start);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const sd = Math.exp(point.logVariance / 2);
  const { position, width: spread, total } = pointKl([point.mean], [sd]);
  const map = useMemo(
    () => plotScale({ width, height: mapHeight(width), x: [-3.2, 3.2], y: [-5, 3] }),
    [width],
  );
  const bell = useMemo(
    () => plotScale({ width, height: 120, x: [-3.2, 3.2], y: [0, 1.9] }),
    [width],
  );
  return (
    <figure ref={ref} className={styles["widget"]} aria-label={t("lessons.widgets.pointKl.label")}>
      {width > 0 && (
        <>
          <Plot scale={bell} label={t("lessons.widgets.pointKl.label")} xTitle="z">
            <path className={styles["prior"]} d={curveOf(bell, gaussianDensity(0, 1))} />
            <path
              className={styles["curve"]}
              d={curveOf(bell, gaussianDensity(point.mean, sd), 320)}
            />
          </Plot>
          <Plot
            scale={map}
            label={t("lessons.widgets.pointKl.handle")}
            xTitle="μ"
            yTitle={t("lessons.widgets.logVariance")}
          >
            {contours.map(({ nats, points }) => (
              <g key={nats} className={styles["contour"]}>
                <path d={`${pathOf(map, points)}Z`} />
                <text x={map.px(Math.sqrt(2 * nats)) + 3} y={map.py(0) - 3}>
                  {format(nats)}
                </text>
              </g>
            ))}
            <DragPoint
              scale={map}
              x={point.mean}
              y={point.logVariance}
              label={t("lessons.widgets.pointKl.handle")}
              valueText={t("lessons.widgets.pointKl.handleValue", {
                mean: format(point.mean, 2),
                sigma: format(sd, 2),
              })}
              testId="point-kl"
              onMove={(mean, logVariance) => {
                const gaussian = { mean, logVariance };
                setPoint(gaussian);
                progress.record((deeds) => ({ ...deeds, gaussian }));
              }}
            />
          </Plot>
        </>
      )}
      <p className={styles["numbers"]}>
        <span>{t("lessons.widgets.meanValue", { value: format(point.mean, 2) })}</span>
        <span>
          {t("lessons.widgets.logVarianceValue", { value: format(point.logVariance, 2) })}
        </span>
        <span>{t("lessons.widgets.sigma", { sigma: format(sd, 2) })}</span>
      </p>
      <dl className={styles["terms"]}>
        {(
          [
            ["meanPart", position],
            ["spreadPart", spread],
            ["sum", total],
          ] as const
        ).map(([name, nats]) => (
          <div key={name} data-sum={name === "sum"}>
            <dt>{t(`lessons.widgets.pointKl.${name}`)}</dt>
            <dd>
              <span
                className={styles["bar"]}
                style={{ inlineSize: `${String(Math.min(100, (100 * nats) / fullBar))}%` }}
              />
            </dd>
            <dd className={styles["value"]}>
              {t("lessons.widgets.nats", { nats: format(nats, 2) })}
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

export function mapHeight(width: number): number {
  return Math.round(Math.min(Math.max(0.55 * width, 200), 340));
}
