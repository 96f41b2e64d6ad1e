/** The lanes beside each other; on a phone one at a time, with their letters as tabs. */
import { useState } from "react";
import styles from "./ComparePage.module.css";
import { LaneColumn } from "./LaneColumn.tsx";
import type { LaneView } from "./laneViews.ts";
import { useLayout } from "../useLayout.ts";
import { EmptyLane } from "#/features/compare/EmptyLane.tsx";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import { useText } from "#/i18n/useText.ts";
import type { Lane } from "#/state/lanes/types.ts";
import { Tabs } from "#/ui/Tabs.tsx";
import type { LaneId } from "#/worker/protocol/lanes.ts";

interface LaneRowProps {
  readonly view: LaneView;
  /** Opens the experiment of a lane. */
  readonly onEdit: (lane: Lane) => void;
}

/** Where the second lane would stand, among the tabs. */
const nobody = "empty";

/** The lane that a phone shows: by its number, for letters go by position. */
function useShown(lanes: readonly Lane[]) {
  const [shown, setShown] = useState<LaneId | typeof nobody>(lanes[0]?.id ?? nobody);
  const [known, setKnown] = useState(lanes);
  // A lane that has just come is what one wants to see.
  if (known !== lanes) {
    setKnown(lanes);
    const come = lanes.find(({ id }) => known.every((lane) => lane.id !== id));
    if (come !== undefined) setShown(come.id);
  }
  return [shown, setShown] as const;
}

export function LaneRow({ view, onEdit }: LaneRowProps) {
  const t = useText();
  const lanes = useLanes();
  const phone = useLayout() === "phone";
  const [shown, setShown] = useShown(lanes);
  const column = (lane: Lane, index: number) => (
    <LaneColumn
      key={lane.id}
      index={index}
      lane={lane}
      view={view}
      lanes={lanes.length}
      onEdit={() => {
        onEdit(lane);
      }}
    />
  );
  const empty = lanes.length === 1 ? <EmptyLane onEdit={onEdit} /> : null;
  if (!phone) {
    return (
      <div className={styles["lanes"]} data-lanes={Math.max(lanes.length, 2)}>
        {lanes.map(column)}
        {empty}
      </div>
    );
  }
  const letter = lanes.find(({ id }) => id === shown)?.letter ?? "A";
  return (
    <Tabs
      label={t("compare.picker")}
      value={empty !== null && shown === nobody ? nobody : letter}
      onChange={(value) => {
        setShown(lanes.find((lane) => lane.letter === value)?.id ?? nobody);
      }}
      tabs={[
        ...lanes.map((lane, index) => ({
          value: lane.letter,
          label: t("compare.lane", { letter: lane.letter }),
          panel: column(lane, index),
        })),
        ...(empty === null
          ? []
          : [{ value: nobody, label: `+ ${t("compare.lane", { letter: "B" })}`, panel: empty }]),
      ]}
    />
  );
}
