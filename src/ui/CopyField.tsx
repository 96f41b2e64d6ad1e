/**
 * Text to take along: always selectable, with a copy button where the browser allows one (over plain
 * http there is no clipboard).
 */
import { useId, useState } from "react";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import styles from "./CopyField.module.css";

export interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  /** Lines in sight; one line is an ordinary field. */
  readonly rows?: number;
  readonly testId?: string;
}

/** `navigator.clipboard` is typed as always there, but insecure pages do not have it. */
function clipboard(): Clipboard | null {
  return "clipboard" in navigator && globalThis.isSecureContext ? navigator.clipboard : null;
}

export function CopyField({ label, text, rows = 1, testId }: CopyFieldProps) {
  const t = useText();
  const id = useId();
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const board = clipboard();
  const copy = (): void => {
    board?.writeText(text).then(
      () => {
        setState("copied");
      },
      () => {
        setState("refused");
      },
    );
  };
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <textarea
        id={id}
        readOnly
        rows={rows}
        className={styles["text"]}
        value={text}
        data-testid={testId}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      {board === null || state === "refused" ? (
        <p className={styles["note"]}>{t("common.copyByHand")}</p>
      ) : (
        <Button icon={state === "copied" ? "check" : "copy"} onClick={copy} aria-live="polite">
          {t(state === "copied" ? "common.copied" : "common.copy")}
        </Button>
      )}
    </div>
  );
}
