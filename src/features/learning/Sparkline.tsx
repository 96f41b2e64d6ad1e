/** The test loss as one small line, for phones: no axes, the newest number beside it. No chart library. */
import type { ReactElement } from "react";
import { downsample } from "#/core/metrics/downsample.ts";
import { fallingDomain } from "#/core/metrics/axis.ts";
import styles from "#/features/learning/Sparkline.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import type { MetricsView } from "#/state/partTypes.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const WIDTH = 160;
const HEIGHT = 40;
const REDRAW = 500;

interface Term {
  readonly id: "reconstruction" | "kl";
  readonly last: number | undefined;
  readonly path: string;
}

function terms(view: MetricsView): Term[] {
  const { test } = view;
  const x = test.map((point) => point.imagesSeen);
  return (["reconstruction", "kl"] as const).map((id) => {
    const ys = test.map((point) => point[id]);
    const points = downsample(x, ys, test.length, WIDTH / 4);
    const [low, high] = fallingDomain([points]);
    const end = points.at(-1)?.x ?? 1;
    const path = points
      .map(({ x: at, y }) => {
        const left = end > 0 ? (at / end) * WIDTH : 0;
        const top = HEIGHT - ((Math.min(y, high) - low) / (high - low)) * HEIGHT;
        return `${left.toFixed(1)},${top.toFixed(1)}`;
      })
      .join(" ");
    return { id, last: ys.at(-1), path };
  });
}

export function Sparkline(): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const { metrics } = useAppParts();
  usePacedTime(metrics, REDRAW);
  const total = metrics.current.test.at(-1)?.total;
  const label = t("learning.sparkline", { total: number(total ?? Number.NaN, 1) });
  return (
    <div className={styles["sparkline"]} role="img" aria-label={label}>
      {terms(metrics.current).map((term) => (
        <div key={term.id} data-term={term.id}>
          <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} preserveAspectRatio="none">
            <polyline points={term.path} fill="none" vectorEffect="non-scaling-stroke" />
          </svg>
          <span>
            {t(`learning.${term.id}`)} {number(term.last ?? Number.NaN, 1)}
          </span>
        </div>
      ))}
    </div>
  );
}
