/** An error where the thing would be: what happened, what was kept, what to do. */
import type { ReactElement } from "react";
import { faultText } from "#/i18n/faultText.ts";
import { useText } from "#/i18n/useText.ts";
import { Icon } from "#/ui/Icon.tsx";
import styles from "./FaultNote.module.css";

interface FaultNoteProps {
  readonly fault: Parameters<typeof faultText>[1];
}

export function FaultNote({ fault }: FaultNoteProps): ReactElement {
  const { what, kept, todo } = faultText(useText(), fault);
  return (
    <p className={styles["note"]} role="alert">
      <Icon name="warning" />
      <span>
        <strong>{what}</strong> {kept} {todo}
      </span>
    </p>
  );
}
