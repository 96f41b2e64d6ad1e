/**
 * A field as it stands in the panel: its term, which opens the help, the control, what there is to
 * remark on it, and a dashed edge while the value waits for a restart.
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
  /** Why it does nothing now; the control gives way to it. */
  readonly idle?: string | null;
  /** Names the field to whoever looks for it: a symbol of the formula, a deviation. */
  readonly path?: string;
  /** Stands under the control, over the whole width. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

export function FieldFrame({
  label,
  note,
  waiting,
  wide = false,
  idle = null,
  path,
  below,
  children,
  ...help
}: FieldFrameProps) {
  const t = useText();
  const name = t(label);
  return (
    <div
      className={`${styles["frame"]} ${wide || idle !== null ? styles["wide"] : ""}`}
      data-field={path}
      data-idle={idle === null ? undefined : ""}
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
        {note !== undefined && idle === null && <span className={styles["note"]}>{note}</span>}
      </span>
      {idle === null ? children : <p className={styles["reason"]}>{idle}</p>}
      {below !== undefined && <div className={styles["below"]}>{below}</div>}
    </div>
  );
}
