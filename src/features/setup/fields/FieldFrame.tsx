/**
 * A field as it stands in the panel: its term, which opens the help, the control, and a dashed edge
 * while the value waits for a restart.
 */
import type { ReactNode } from "react";
import type { TextKey } from "#/i18n/keys.ts";
import { useText } from "#/i18n/useText.ts";
import { Popover } from "#/ui/Popover.tsx";
import { FieldHelp, type FieldHelpProps } from "#/features/setup/fields/FieldHelp.tsx";
import styles from "./FieldFrame.module.css";

export interface FieldFrameProps extends Omit<FieldHelpProps, "term"> {
  readonly label: TextKey;
  /** A short word beside the term, such as "applies at once". */
  readonly note?: string;
  readonly waiting: boolean;
  /** Control under the term instead of beside it. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function FieldFrame({
  label,
  note,
  waiting,
  wide = false,
  children,
  ...help
}: FieldFrameProps) {
  const t = useText();
  const name = t(label);
  return (
    <div
      className={`${styles["frame"]} ${wide ? styles["wide"] : ""}`}
      data-waiting={waiting ? "" : undefined}
      title={waiting ? t("setup.restartNeeded") : undefined}
    >
      <span className={styles["head"]}>
        <Popover
          label={t("setup.about", { field: name })}
          align="start"
          button={{
            look: "quiet",
            className: styles["term"] ?? "",
            "aria-label": t("setup.about", { field: name }),
            children: name,
          }}
        >
          {() => <FieldHelp term={label} {...help} />}
        </Popover>
        {note !== undefined && <span className={styles["note"]}>{note}</span>}
      </span>
      {children}
    </div>
  );
}
