/**
 * The Experiment column: preset, data, the drawn model, loss, training, and the bar of what waits
 * for a restart. The same whether it stands as a column, in a drawer or on a phone's sheet.
 */
import { useRef } from "react";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import { DataCard } from "#/features/setup/data/DataCard.tsx";
import { ObjectiveBlock } from "#/features/setup/loss/ObjectiveBlock.tsx";
import { TrainingBlock } from "#/features/setup/loss/TrainingBlock.tsx";
import { ModelEditor } from "#/features/setup/model/ModelEditor.tsx";
import { PresetPicker } from "#/features/setup/preset/PresetPicker.tsx";
import { RestartBar } from "#/features/setup/restart/RestartBar.tsx";
import { useSought } from "#/features/setup/useSought.ts";
import styles from "./ExperimentPanel.module.css";

const selectUndo = (state: AppState) => state.undo;
const selectRedo = (state: AppState) => state.redo;
const selectCanUndo = (state: AppState) => state.canUndo;
const selectCanRedo = (state: AppState) => state.canRedo;

export function ExperimentPanel() {
  const t = useText();
  const undo = useAppState(selectUndo);
  const redo = useAppState(selectRedo);
  const canUndo = useAppState(selectCanUndo);
  const canRedo = useAppState(selectCanRedo);
  const column = useRef<HTMLDivElement>(null);
  useSought(column);
  return (
    <div ref={column} className={styles["column"]}>
      {/* Not a region of its own: whoever places the panel makes it one, of this name. */}
      <div className={styles["head"]}>
        <h2>{t("setup.title")}</h2>
        <IconButton icon="undo" label={t("setup.undo")} disabled={!canUndo} onClick={undo} />
        <IconButton icon="redo" label={t("setup.redo")} disabled={!canRedo} onClick={redo} />
        <PresetPicker />
      </div>
      <DataCard />
      <ModelEditor />
      <ObjectiveBlock />
      <TrainingBlock />
      <RestartBar />
    </div>
  );
}
