/** exp λ over its tangent 1 + λ: the gap between them, halved, is what a spread costs. */
import { useMemo, useState, type ReactElement } from "react";
import { varianceTerms } from "#/core/objective/gaussianStudy.ts";
import { useProgress } from "#/features/lessons/progressContext.tsx";
import { DragPoint } from "#/features/lessons/widgets/DragPoint.tsx";
import { Plot } from "#/features/lessons/widgets/Plot.tsx";
import { mapHeight } from "#/features/lessons/widgets/PointKl.tsx";
import { curveOf, plotScale } from "#/features/lessons/widgets/scale.ts";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

export function TangentPlot(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const progress = useProgress();
  const [lambda, setLambda] = useState(0.5);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const { variance, tangent, gap } = varianceTerms(lambda);
  const scale = useMemo(
    () => plotScale({ width, height: mapHeight(width) + 60, x: [-4, 2.2], y: [-3.2, 9.2] }),
    [width],
  );
  return (
    <figure ref={ref} className={styles["widget"]} aria-label={t("lessons.widgets.tangent.label")}>
      {width > 0 && (
        <Plot scale={scale} label={t("lessons.widgets.tangent.label")} xTitle="λ" yEvery={2}>
          <path className={styles["tangent"]} d={curveOf(scale, (x) => 1 + x)} />
          <path className={styles["curve"]} d={curveOf(scale, Math.exp)} />
          <text className={styles["name"]} x={scale.px(1.55)} y={scale.py(7.6)} textAnchor="end">
            {t("lessons.widgets.tangent.curve")}
          </text>
          <text className={styles["name"]} x={scale.px(1.7)} y={scale.py(1.6)} textAnchor="start">
            {t("lessons.widgets.tangent.line")}
          </text>
          <line
            className={styles["gap"]}
            x1={scale.px(lambda)}
            x2={scale.px(lambda)}
            y1={scale.py(variance)}
            y2={scale.py(tangent)}
          />
          <DragPoint
            scale={scale}
            x={lambda}
            y={variance}
            label={t("lessons.widgets.tangent.label")}
            valueText={t("lessons.widgets.logVarianceValue", { value: format(lambda, 2) })}
            testId="tangent-point"
            onMove={(x) => {
              setLambda(x);
              progress.record((deeds) => ({
                ...deeds,
                exponent: {
                  least: Math.min(deeds.exponent?.least ?? x, x),
                  most: Math.max(deeds.exponent?.most ?? x, x),
                },
              }));
            }}
          />
        </Plot>
      )}
      <p className={styles["numbers"]}>
        <span>{t("lessons.widgets.logVarianceValue", { value: format(lambda, 2) })}</span>
        <span>{t("lessons.widgets.tangent.variance", { value: format(variance, 2) })}</span>
        <span>{t("lessons.widgets.sigma", { sigma: format(Math.exp(lambda / 2), 2) })}</span>
        <span className={styles["key"]}>
          {t("lessons.widgets.tangent.gap")}:{" "}
          {t("lessons.widgets.nats", { nats: format(gap / 2, 2) })}
        </span>
      </p>
    </figure>
  );
}
