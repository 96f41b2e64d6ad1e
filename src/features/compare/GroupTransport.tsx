/** Training, stepping and resetting all lanes at once, and adding one more. */
import type { ReactElement } from "react";
import { useWhatIfs, whatIfText } from "#/features/compare/EmptyLane.tsx";
import { isAble, isRunning, stepAll, toggleAll } from "#/features/compare/groupCommands.ts";
import styles from "#/features/compare/GroupTransport.module.css";
import { addLaneId } from "#/features/compare/places.ts";
import { useEveryLane, useLanes } from "#/features/compare/useEveryLane.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import { laneLetters, mostLanes, type LaneGroupState } from "#/state/lanes/types.ts";
import type { TrainMore } from "#/state/session.ts";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";
import { Menu } from "#/ui/Menu.tsx";
import type { MenuEntry } from "#/ui/menuEntry.ts";

const selectPhase = (state: AppState) => state.phase;
const selectRemoved = (state: LaneGroupState) => state.removed;

export function GroupTransport(): ReactElement {
  const t = useText();
  const group = useLaneGroup();
  const phases = useEveryLane(selectPhase);
  const running = phases.some(isRunning);
  const unable = !phases.some(isAble);
  const resets = (["resetSame", "resetNew"] as const).map((way): MenuEntry => ({
    kind: "action",
    label: t(`compare.${way}`),
    icon: way === "resetNew" ? "dice" : "reset",
    onSelect: () => void group.resetAll({ newSeed: way === "resetNew" }),
  }));
  const step = (label: string, more: TrainMore): MenuEntry => ({
    kind: "action",
    label,
    disabled: running || unable,
    onSelect: () => {
      stepAll(group, more);
    },
  });
  return (
    <div className={styles["transport"]} role="group" aria-label={t("compare.transport")}>
      <Button
        look="filled"
        icon={running ? "pause" : "play"}
        className={styles["train"] ?? ""}
        aria-disabled={unable}
        aria-keyshortcuts="Space"
        data-testid="lanes-train"
        onClick={() => {
          toggleAll(group);
        }}
      >
        {t(running ? "compare.pauseAll" : "compare.trainAll")}
      </Button>
      <span className={styles["split"]}>
        <IconButton
          look="plain"
          icon="step"
          label={t("compare.stepHelp")}
          disabled={running || unable}
          aria-keyshortcuts="N"
          onClick={() => {
            stepAll(group);
          }}
        />
        <Menu
          label={t("compare.stepMore")}
          button={{ icon: "down", "aria-label": t("compare.stepMore"), disabled: unable }}
          entries={[
            step(t("compare.step10"), { steps: 10 }),
            step(t("compare.stepEpoch"), { epochs: 1 }),
          ]}
        />
      </span>
      <span className={styles["split"]}>
        <IconButton
          look="plain"
          icon="reset"
          label={t("compare.resetSame")}
          disabled={unable}
          onClick={() => {
            void group.resetAll();
          }}
        />
        <Menu
          label={t("compare.resetMore")}
          button={{ icon: "down", "aria-label": t("compare.resetMore"), disabled: unable }}
          entries={resets}
        />
      </span>
      <AddLane />
    </div>
  );
}

/** What lane A could be changed in; and what was removed, if anything was. */
function AddLane(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const group = useLaneGroup();
  const count = useLanes().length;
  const removed = useLaneState(selectRemoved);
  const questions = useWhatIfs();
  const full = count >= mostLanes;
  const letter = laneLetters[count] ?? "";
  const entries: MenuEntry[] = questions.map((question) => ({
    kind: "action",
    label: whatIfText(t, format, question),
    onSelect: () => {
      group.add({ from: 0, patch: question.patch }).catch(() => undefined);
    },
  }));
  if (removed !== null) {
    entries.unshift(
      {
        kind: "action",
        label: t("compare.restore", { letter: removed }),
        icon: "undo",
        onSelect: () => {
          group.restore().catch(() => undefined);
        },
      },
      { kind: "rule" },
    );
  }
  return (
    <Menu
      label={t("compare.addMenu", { letter })}
      button={{
        id: addLaneId,
        icon: "plus",
        children: t("compare.add"),
        disabled: full,
        ...(full ? { title: t("compare.full") } : {}),
        "data-testid": "add-lane",
      }}
      entries={entries}
    />
  );
}
