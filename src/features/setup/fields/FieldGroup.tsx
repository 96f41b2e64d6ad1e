/**
 * Fields that belong together, folded under a line that says what they are set to, so that nothing is
 * hidden: only its explanation is. A dashed edge shows that something inside waits for a restart.
 */
import { type ReactNode, useId } from "react";
import { Icon } from "#/ui/Icon.tsx";
import styles from "./FieldGroup.module.css";

export interface FieldGroupProps {
  readonly title: string;
  /** The settings inside, in a few words. */
  readonly summary: string;
  readonly waiting: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

export function FieldGroup({ title, summary, waiting, open, onToggle, children }: FieldGroupProps) {
  const id = useId();
  return (
    <div className={styles["group"]} data-waiting={waiting ? "" : undefined}>
      <button
        type="button"
        className={styles["head"]}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
      >
        <span className={styles["title"]}>{title}</span>
        <span className={styles["summary"]}>{summary}</span>
        <Icon name={open ? "up" : "down"} />
      </button>
      {open && (
        <div id={id} role="group" aria-label={title} className={styles["body"]}>
          {children}
        </div>
      )}
    </div>
  );
}
