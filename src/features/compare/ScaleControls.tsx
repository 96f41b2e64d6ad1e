/** On which scale the curves stand. */
import type { ReactElement } from "react";
import styles from "#/features/compare/ScaleControls.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState, LaneScale } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { Select } from "#/ui/Select.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const selectScale = (state: LaneGroupState) => state.scale;
const selectLog = (state: AppState) => state.logScale;
const selectSetLog = (state: AppState) => state.setLogScale;

const scales: readonly LaneScale[] = ["nats", "training"];

export function ScaleControls(): ReactElement {
  const t = useText();
  const group = useLaneGroup();
  const scale = useLaneState(selectScale);
  const log = useAppState(selectLog);
  const setLog = useAppState(selectSetLog);
  return (
    <div className={styles["controls"]}>
      <Select
        label={t("compare.charts.scale")}
        hideLabel
        value={scale}
        options={scales.map((value) => ({ value, label: t(`compare.charts.${value}`) }))}
        onChange={(value) => {
          group.setScale(value);
        }}
        testId="lane-scale"
      />
      <ToggleGroup
        label={t("compare.charts.spacing")}
        value={log ? "log" : "linear"}
        options={(["linear", "log"] as const).map((value) => ({
          value,
          label: t(`compare.charts.${value}`),
        }))}
        onChange={(value) => {
          setLog(value === "log");
        }}
      />
      <p className={styles["help"]}>{t(`compare.charts.${scale}Help`)}</p>
    </div>
  );
}
