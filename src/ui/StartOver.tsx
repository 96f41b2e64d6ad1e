/** Forgets something in one click, says so, and brings it back in another. Nothing where there is nothing. */
import type { ReactElement } from "react";
import { Button } from "#/ui/Button.tsx";
import styles from "#/ui/StartOver.module.css";

interface StartOverProps {
  /** There is something to forget. */
  readonly able: boolean;
  readonly label: string;
  /** What is said once it is forgotten. */
  readonly forgotten: string;
  readonly bringBack: string;
  readonly onForget: () => void;
  /** Brings back what was forgotten; null where there is nothing to bring. */
  readonly undo: (() => void) | null;
}

export function StartOver({ undo, ...props }: StartOverProps): ReactElement {
  const gone = undo !== null && !props.able;
  return (
    <div className={styles["row"]}>
      {(props.able || gone) && (
        <Button icon={gone ? "undo" : "reset"} onClick={gone ? undo : props.onForget}>
          {gone ? props.bringBack : props.label}
        </Button>
      )}
      <p role="status">{gone ? props.forgotten : ""}</p>
    </div>
  );
}
