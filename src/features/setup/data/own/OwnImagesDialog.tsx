/** The dialog that takes one's own images in, step by step, and lists the sets kept before. */
import { useText } from "#/i18n/useText.ts";
import { Dialog } from "#/ui/Dialog.tsx";
import { DropZone } from "#/features/setup/data/own/DropZone.tsx";
import { ImportDone } from "#/features/setup/data/own/ImportDone.tsx";
import { ImportOptions } from "#/features/setup/data/own/ImportOptions.tsx";
import { ImportRunning } from "#/features/setup/data/own/ImportRunning.tsx";
import { OwnSetList } from "#/features/setup/data/own/OwnSetList.tsx";
import { ProblemNote } from "#/features/setup/data/own/ProblemNote.tsx";
import { useOwnImport } from "#/features/setup/data/own/useOwnImport.ts";
import styles from "./OwnImages.module.css";

export interface OwnImagesDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function OwnImagesDialog({ open, onClose }: OwnImagesDialogProps) {
  const t = useText();
  const task = useOwnImport();
  const { stage, problem, stopped } = task;
  return (
    <>
      {!open && stage.kind === "importing" && (
        <ImportRunning progress={stage.progress} onStop={task.stop} />
      )}
      <Dialog open={open} onClose={onClose} title={t("ownImages.title")}>
        <div className={styles["steps"]}>
          {(stage.kind === "choose" || stage.kind === "looking") && (
            <DropZone
              looking={stage.kind === "looking" ? stage : null}
              onFiles={(files) => void task.take(files)}
              onStop={task.stop}
            />
          )}
          {problem !== null && <ProblemNote problem={problem} />}
          {stopped && <p role="status">{t("ownImages.stopped")}</p>}
          {stage.kind === "ready" && <ImportOptions listing={stage.listing} task={task} />}
          {stage.kind === "importing" && (
            <ImportRunning progress={stage.progress} onStop={task.stop} />
          )}
          {stage.kind === "done" && (
            <ImportDone result={stage.result} onAgain={task.again} onClose={onClose} />
          )}
          <OwnSetList />
        </div>
      </Dialog>
    </>
  );
}
