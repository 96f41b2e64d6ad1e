/** The comparison: its transport, the lanes, their curves and results, and what all of them share. */
import { useMemo, useState } from "react";
import { BelowLanes } from "./BelowLanes.tsx";
import styles from "./ComparePage.module.css";
import { LaneDrawer } from "./LaneDrawer.tsx";
import { LaneRow } from "./LaneRow.tsx";
import { laneViews, tabOf, viewOf, type LaneView } from "./laneViews.ts";
import { ClassChoice } from "../LatentColumn.tsx";
import { useLayout } from "../useLayout.ts";
import { usePageKeys } from "../usePageKeys.ts";
import { AlignMenu } from "#/features/compare/AlignMenu.tsx";
import { stepAll, toggleAll } from "#/features/compare/groupCommands.ts";
import { GroupTransport } from "#/features/compare/GroupTransport.tsx";
import { RemovedNotice } from "#/features/compare/RemovedNotice.tsx";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import { useRemoved } from "#/features/compare/useRemoved.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState } from "#/state/lanes/types.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { Select } from "#/ui/Select.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import type { LaneId } from "#/worker/protocol/lanes.ts";

const selectProblem = (state: LaneGroupState) => state.problem;

export function CompareLanes() {
  const t = useText();
  const { store } = useAppParts();
  const group = useLaneGroup();
  const lanes = useLanes();
  const problem = useLaneState(selectProblem);
  const [view, setView] = useState<LaneView>(() => viewOf(store.getState().tab));
  const [editing, setEditing] = useState<LaneId | null>(null);
  // By its number: its place changes when a lane before it goes or comes.
  const index = lanes.findIndex(({ id }) => id === editing);
  const edited = lanes[index] ?? null;
  const removed = useRemoved();
  const { letter, bringBack, letGo } = removed;

  const keys = useMemo(
    () => ({
      // A lane that is told to be gone goes before the edits in a drawer that was open already.
      settings:
        edited === null || letter !== null
          ? () => ({ undo: bringBack, redo: () => undefined })
          : () => edited.app.store.getState(),
      single: () => store.getState().shortcuts,
      toggle: () => {
        toggleAll(group);
      },
      step: () => {
        stepAll(group);
      },
      showKeys: null,
    }),
    [store, group, edited, letter, bringBack],
  );
  usePageKeys(keys);

  return (
    <main className={styles["page"]} aria-label={t("compare.title")}>
      <div className={styles["bar"]}>
        <GroupTransport />
        <ViewChoice
          view={view}
          onChange={(next) => {
            setView(next);
            // The lanes have their tab in common.
            store.getState().setTab(tabOf(next));
          }}
        />
        {lanes.length > 1 && <AlignMenu />}
        <ClassChoice />
      </div>
      {problem !== null && lanes.length > 1 && <FaultNote fault={problem} />}
      <LaneRow
        view={view}
        onEdit={({ id }) => {
          setEditing(id);
          // From here on edits are what is undone.
          letGo();
        }}
      />
      <BelowLanes />
      <RemovedNotice {...removed} />
      {edited !== null && (
        <LaneDrawer
          key={edited.id}
          lane={edited}
          index={index}
          side={2 * index < lanes.length - 1 ? "end" : "start"}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </main>
  );
}

interface ViewChoiceProps {
  readonly view: LaneView;
  readonly onChange: (view: LaneView) => void;
}

/** What the lanes show: all in sight where there is room, a list on a phone. */
function ViewChoice({ view, onChange }: ViewChoiceProps) {
  const t = useText();
  const phone = useLayout() === "phone";
  const shared = {
    label: t("compare.view.label"),
    value: view,
    options: laneViews.map((value) => ({ value, label: t(`compare.view.${value}`) })),
    onChange,
  };
  return phone ? <Select {...shared} hideLabel /> : <ToggleGroup {...shared} />;
}
