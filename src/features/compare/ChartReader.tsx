/** Where the panels are read, as a control: what pointing does, for keys and fingers. */
import type { ReactElement } from "react";
import type { RecordedLane } from "#/features/compare/laneCurves.ts";
import styles from "#/features/compare/LaneCharts.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";

interface ChartReaderProps {
  readonly recorded: readonly RecordedLane[];
  /** Per epoch. */
  readonly images: number;
  /** In epochs; null is the newest. */
  readonly at: number | null;
  readonly onRead: (epoch: number | null) => void;
}

/** Places of the control. */
const notches = 200;

export function ChartReader({ recorded, images, at, onRead }: ChartReaderProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const end = Math.max(
    0,
    ...recorded.map(({ view }) => (view.imagesSeen[view.length - 1] ?? 0) / images),
  );
  const value = at === null || end === 0 ? notches : Math.round((at / end) * notches);
  const words =
    at === null ? t("compare.charts.newest") : t("compare.charts.readAt", { epoch: format(at, 2) });
  return (
    <label className={styles["reader"]}>
      <span>{t("compare.charts.read")}</span>
      <input
        type="range"
        min={0}
        max={notches}
        value={Math.min(value, notches)}
        disabled={end === 0}
        aria-valuetext={words}
        onChange={(event) => {
          const next = Number(event.target.value);
          onRead(next >= notches ? null : (next / notches) * end);
        }}
      />
      <output>{words}</output>
      <span className={styles["axis"]}>{t("compare.charts.axis")}</span>
    </label>
  );
}
