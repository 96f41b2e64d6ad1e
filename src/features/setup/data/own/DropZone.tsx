/** Where images are dropped, with two real file inputs for hands and keys that do not drag. */
import { useEffect, type ReactNode } from "react";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { OwnFile } from "#/worker/import/protocol/messages.ts";
import { Button } from "#/ui/Button.tsx";
import { DropArea } from "#/ui/DropArea.tsx";
import { filesOfDrop, filesOfInput } from "#/features/setup/data/own/readDropped.ts";
import styles from "./OwnImages.module.css";

export interface DropZoneProps {
  /** Null while nothing was chosen; `files` null while folders are being opened. */
  readonly looking: { readonly files: number | null } | null;
  readonly onFiles: (files: Promise<readonly OwnFile[]>) => void;
  readonly onStop: () => void;
}

export function DropZone({ looking, onFiles, onStop }: DropZoneProps) {
  const t = useText();
  const format = useNumberFormat();
  useEffect(() => {
    // What misses the zone would open in place of the page.
    const stay = (event: Event): void => {
      event.preventDefault();
    };
    for (const type of ["dragover", "drop"]) document.addEventListener(type, stay);
    return () => {
      for (const type of ["dragover", "drop"]) document.removeEventListener(type, stay);
    };
  }, []);
  if (looking !== null) {
    return (
      <div className={styles["zone"]} role="status" aria-busy="true">
        <p>
          {looking.files === null
            ? t("ownImages.drop.gathering")
            : t("ownImages.drop.looking", { files: format(looking.files) })}
        </p>
        <Button onClick={onStop}>{t("ownImages.stop")}</Button>
      </div>
    );
  }
  return (
    <DropArea
      label={t("ownImages.drop.label")}
      className={styles["zone"]}
      data-testid="own-drop"
      onDrop={(dropped) => {
        onFiles(filesOfDrop(dropped));
      }}
    >
      <p className={styles["invitation"]}>{t("ownImages.drop.label")}</p>
      <p className={styles["fine"]}>{t("ownImages.drop.formats")}</p>
      <div className={styles["row"]}>
        <FileButton folder={false} testId="own-files" onFiles={onFiles}>
          {t("ownImages.drop.files")}
        </FileButton>
        <FileButton folder testId="own-folder" onFiles={onFiles}>
          {t("ownImages.drop.folder")}
        </FileButton>
      </div>
      <p className={styles["fine"]}>{t("ownImages.drop.stays")}</p>
    </DropArea>
  );
}

interface FileButtonProps {
  readonly folder: boolean;
  readonly testId: string;
  readonly onFiles: DropZoneProps["onFiles"];
  readonly children: ReactNode;
}

/** React has no name for the attribute that every browser knows. */
const wholeFolder = { webkitdirectory: "" };

function FileButton({ folder, testId, onFiles, children }: FileButtonProps) {
  return (
    <label className={styles["file"]}>
      <input
        type="file"
        multiple
        className="visuallyHidden"
        data-testid={testId}
        {...(folder ? wholeFolder : {})}
        onChange={({ target }) => {
          if (target.files !== null && target.files.length > 0) {
            onFiles(Promise.resolve(filesOfInput(target.files)));
          }
          // The same choice again is a choice too.
          target.value = "";
        }}
      />
      {children}
    </label>
  );
}
