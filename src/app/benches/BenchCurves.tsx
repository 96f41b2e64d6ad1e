/** The curves of a bench's lanes: the comparison's own, over this group. */
import { useEffect } from "react";
import { LaneCharts } from "#/features/compare/LaneCharts.tsx";
import { ScaleControls } from "#/features/compare/ScaleControls.tsx";
import { AppProvider } from "#/state/context.tsx";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState, LaneScale } from "#/state/lanes/types.ts";
import styles from "./BenchesPage.module.css";

const selectFirst = (state: LaneGroupState) => state.lanes[0];

/** @param props.begin the scale they are shown on first. */
export function BenchCurves({ begin = "nats" }: { readonly begin?: LaneScale }) {
  const group = useLaneGroup();
  const first = useLaneState(selectFirst);
  useEffect(() => {
    group.setScale(begin);
  }, [group, begin]);
  if (first === undefined) return null;
  return (
    <AppProvider app={first.app}>
      <div className={styles["curves"]}>
        <ScaleControls />
        <LaneCharts />
      </div>
    </AppProvider>
  );
}
