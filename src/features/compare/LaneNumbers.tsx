/** The curves as a table: some twenty steps evenly through the run, the newest first, all lanes side by side. */
import { useMemo, type ReactElement } from "react";
import { laneTerms, nearestIndex, valueAt } from "#/features/compare/laneCurves.ts";
import { recordedOf } from "#/features/compare/LaneCharts.tsx";
import styles from "#/features/compare/Tables.module.css";
import { useAllOf, useLanes } from "#/features/compare/useEveryLane.ts";
import { valueText } from "#/features/compare/valueText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState } from "#/state/lanes/types.ts";
import { ScrollRegion } from "#/ui/ScrollRegion.tsx";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectScale = (state: LaneGroupState) => state.scale;

const rows = 20;
/** ms between renders at most. */
const pace = 1000;

export function LaneNumbers(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const lanes = useLanes();
  const scale = useLaneState(selectScale);
  usePacedTime(useAllOf(useMemo(() => lanes.map(({ app }) => app.metrics), [lanes])), pace);
  const recorded = recordedOf(lanes);
  const longest = recorded.reduce(
    (best, { view }) => (view.length > best.length ? view : best),
    recorded[0]?.view ?? { length: 0, imagesSeen: [], steps: [] },
  );
  const stride = Math.max(1, Math.ceil(longest.length / rows));
  const images: number[] = [];
  for (let i = longest.length - 1; i >= 0; i -= stride) images.push(longest.imagesSeen[i] ?? 0);
  return (
    <ScrollRegion
      name={t("compare.charts.table")}
      className={styles["region"]}
      data-testid="lane-numbers"
    >
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("compare.charts.images")}</th>
            {laneTerms.flatMap((term) =>
              recorded.map(({ letter }) => (
                <th key={term + letter} scope="col" data-term={term}>
                  {t("compare.charts.column", { letter, term: t(`compare.charts.${term}`) })}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {images.map((seen) => (
            <tr key={seen}>
              <th scope="row">{format(seen, 0)}</th>
              {laneTerms.flatMap((term) =>
                recorded.map((lane) => {
                  const { letter, view } = lane;
                  const at = nearestIndex(view, seen);
                  const value = valueAt(lane, term, scale, at);
                  const had = at >= 0 && seen <= (view.imagesSeen[view.length - 1] ?? 0);
                  return (
                    <td key={term + letter}>
                      {had && value !== undefined ? valueText(format, value) : "–"}
                    </td>
                  );
                }),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
