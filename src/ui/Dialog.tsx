/** A modal sheet of words: the browser's own dialog, with focus, Escape and backdrop as it has them. */
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useText } from "#/i18n/useText.ts";
import { IconButton } from "#/ui/Button.tsx";
import styles from "./Dialog.module.css";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

export function Dialog({ open, onClose, title, children }: DialogProps) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={styles["dialog"]} aria-labelledby={id} onClose={onClose}>
      {open && (
        <>
          <div className={styles["head"]}>
            <h2 id={id} className={styles["title"]}>
              {title}
            </h2>
            <IconButton
              icon="close"
              label={t("common.close")}
              onClick={() => {
                dialog.current?.close();
              }}
            />
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
