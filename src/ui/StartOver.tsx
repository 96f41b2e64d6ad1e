/** Forgets something in one click, says so, and brings it back in another. Nothing where there is nothing. */
import { useState, type ReactElement } from "react";
import { Button } from "#/ui/Button.tsx";
import styles from "#/ui/StartOver.module.css";

interface StartOverProps {
  /** There is something to forget. */
  readonly able: boolean;
  readonly label: string;
  /** What is said once it is forgotten. */
  readonly forgotten: string;
  readonly bringBack: string;
  /** Forgets, and answers with what brings it back. */
  readonly onForget: () => () => void;
}

export function StartOver(props: StartOverProps): ReactElement {
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const gone = undo !== null && !props.able;
  return (
    <div className={styles["row"]}>
      {(props.able || gone) && (
        <Button
          icon={gone ? "undo" : "reset"}
          onClick={() => {
            if (gone) undo();
            const next = gone ? null : props.onForget();
            setUndo(() => next);
          }}
        >
          {gone ? props.bringBack : props.label}
        </Button>
      )}
      <p role="status">{gone ? props.forgotten : ""}</p>
    </div>
  );
}
