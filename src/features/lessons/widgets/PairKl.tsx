/** Two Gaussians of one dimension, both to be dragged, and the KL in either direction. */
import { useMemo, useState, type ReactElement } from "react";
import { gaussianKl } from "#/core/objective/gaussianStudy.ts";
import type { GaussianPoint } from "#/core/lesson.ts";
import { useProgress } from "#/features/lessons/progressContext.tsx";
import { DragPoint } from "#/features/lessons/widgets/DragPoint.tsx";
import { Plot } from "#/features/lessons/widgets/Plot.tsx";
import { mapHeight } from "#/features/lessons/widgets/PointKl.tsx";
import { curveOf, gaussianDensity, plotScale } from "#/features/lessons/widgets/scale.ts";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

const names = ["q", "p"] as const;

const sdOf = ({ logVariance }: GaussianPoint): number => Math.exp(logVariance / 2);

export function PairKl(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const progress = useProgress();
  const [pair, setPair] = useState<Readonly<Record<"q" | "p", GaussianPoint>>>({
    q: { mean: 1, logVariance: -0.5 },
    p: { mean: 0, logVariance: 0 },
  });
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const map = useMemo(
    () => plotScale({ width, height: mapHeight(width), x: [-4, 4], y: [-3, 3] }),
    [width],
  );
  const bell = useMemo(() => plotScale({ width, height: 150, x: [-4, 4], y: [0, 1.6] }), [width]);
  const q = { mean: pair.q.mean, sd: sdOf(pair.q) };
  const p = { mean: pair.p.mean, sd: sdOf(pair.p) };
  return (
    <figure ref={ref} className={styles["widget"]} aria-label={t("lessons.widgets.pair.label")}>
      {width > 0 && (
        <>
          <Plot scale={bell} label={t("lessons.widgets.pair.label")} xTitle="z">
            <path
              className={styles["curve"]}
              d={curveOf(bell, gaussianDensity(q.mean, q.sd), 320)}
            />
            <path
              className={styles["second"]}
              d={curveOf(bell, gaussianDensity(p.mean, p.sd), 320)}
            />
          </Plot>
          <Plot
            scale={map}
            label={t("lessons.widgets.pair.label")}
            xTitle="μ"
            yTitle={t("lessons.widgets.logVariance")}
          >
            {names.map((name) => (
              <DragPoint
                key={name}
                scale={map}
                x={pair[name].mean}
                y={pair[name].logVariance}
                name={name}
                label={t("lessons.widgets.pair.handle", { name })}
                valueText={t("lessons.widgets.pointKl.handleValue", {
                  mean: format(pair[name].mean, 2),
                  sigma: format(sdOf(pair[name]), 2),
                })}
                testId={`pair-${name}`}
                onMove={(mean, logVariance) => {
                  const next = { ...pair, [name]: { mean, logVariance } };
                  setPair(next);
                  progress.record((deeds) => ({ ...deeds, pair: next }));
                }}
              />
            ))}
          </Plot>
        </>
      )}
      <p className={styles["numbers"]}>
        <span className={styles["key"]}>
          {t("lessons.widgets.pair.forward")} ={" "}
          {t("lessons.widgets.nats", { nats: format(gaussianKl(q, p), 2) })}
        </span>
        <span>
          {t("lessons.widgets.pair.backward")} ={" "}
          {t("lessons.widgets.nats", { nats: format(gaussianKl(p, q), 2) })}
        </span>
      </p>
    </figure>
  );
}
