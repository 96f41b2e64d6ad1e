/** The network's output for every pixel of the test images, before anything is done to draw it. */
import { useMemo, useState, type ReactElement } from "react";
import { HistogramChart } from "#/charts/HistogramChart.tsx";
import { histogram } from "#/core/metrics/histogram.ts";
import sizes from "#/features/benches/sigmoid/tableSize.module.css";
import { rangeOf } from "#/features/benches/sigmoid/findings.ts";
import styles from "#/features/benches/sigmoid/SigmoidLane.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { laneLetters, type LaneLetter } from "#/state/lanes/types.ts";
import { FigureTable } from "#/ui/FigureTable.tsx";
import { laneStyle } from "#/ui/laneStyles.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import { useElementWidth } from "#/ui/useElementWidth.ts";

interface RawHistogramProps {
  readonly letter: LaneLetter;
  readonly outputs: Float32Array | null;
  readonly gives: "pixels" | "logits" | null;
}

const height = 120;
const bins = 48;
const tableBins = 12;

/** Holds still in steps of five, and holds 0 and 1 always; pixels have their own. */
function domainOf(
  outputs: Float32Array,
  gives: RawHistogramProps["gives"],
): readonly [number, number] {
  if (gives === "pixels") return [0, 1];
  const { low, high } = rangeOf(outputs);
  return [Math.min(5 * Math.floor(low / 5), -5), Math.max(5 * Math.ceil(high / 5), 5)];
}

export function RawHistogram({ letter, outputs, gives }: RawHistogramProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const [view, setView] = useState<"chart" | "table">("chart");
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const counted = useMemo(() => {
    if (outputs === null) return null;
    const x = domainOf(outputs, gives);
    const of = (n: number) => histogram(outputs, n, x).counts;
    return { x, range: rangeOf(outputs), fine: of(bins), coarse: of(tableBins) };
  }, [outputs, gives]);
  const words =
    counted === null
      ? t("benches.sigmoid.rawWaiting")
      : t("benches.sigmoid.rawRange", {
          low: format(counted.range.low, gives === "pixels" ? 2 : 1),
          high: format(counted.range.high, gives === "pixels" ? 2 : 1),
        });
  return (
    <figure className={styles["figure"]}>
      <div className={styles["captioned"]}>
        <figcaption>{t("benches.sigmoid.raw")}</figcaption>
        <ToggleGroup
          label={t("benches.view.label")}
          value={view}
          options={[
            { value: "chart", label: t("benches.view.chart") },
            { value: "table", label: t("benches.view.table"), icon: "table" },
          ]}
          onChange={setView}
        />
      </div>
      <div ref={ref} />
      {counted !== null && view === "table" ? (
        <FigureTable
          className={sizes["most"]}
          name={t("benches.sigmoid.rawTable", { letter })}
          heads={[t("benches.sigmoid.rawFrom"), t("benches.sigmoid.rawShare")]}
          rows={shares(counted.coarse, counted.x).map(({ from, to, share }) => [
            `${format(from, 2)} … ${format(to, 2)}`,
            `${format(100 * share, 2)} %`,
          ])}
        />
      ) : (
        <div role="img" aria-label={`${t("benches.sigmoid.raw")}: ${words}`}>
          <HistogramChart
            counts={counted?.fine ?? []}
            x={counted?.x ?? [-5, 5]}
            band={{ from: 0, to: 1, label: t("benches.sigmoid.rawBand") }}
            color={laneStyle(laneLetters.indexOf(letter)).color}
            width={width}
            height={height}
            formatX={(value) => format(value)}
          />
        </div>
      )}
      <p className={styles["scale"]}>{words}</p>
    </figure>
  );
}

function shares(counts: Uint32Array, [low, high]: readonly [number, number]) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const wide = (high - low) / counts.length;
  return [...counts].map((count, i) => ({
    from: low + i * wide,
    to: low + (i + 1) * wide,
    share: count / Math.max(all, 1),
  }));
}
