/** The edge between two parts of the model: a line, the shape that flows along it, and `+`. */
import type { Fault } from "#/core/fault.ts";
import { useText } from "#/i18n/useText.ts";
import { Icon } from "#/ui/Icon.tsx";
import { faultSentence } from "#/features/setup/words.ts";
import styles from "./ModelEditor.module.css";

export interface EdgePartProps {
  /** "28×28×1"; empty while unknown. */
  readonly shape: string;
  readonly addLabel: string;
  readonly fault: Fault | null;
  /** True while a dragged block would land here. */
  readonly dropsHere: boolean;
  readonly onAdd: () => void;
}

export function EdgePart({ shape, addLabel, fault, dropsHere, onAdd }: EdgePartProps) {
  const t = useText();
  return (
    <>
      <div className={styles["edge"]} data-drop={dropsHere ? "" : undefined}>
        <button
          type="button"
          className={styles["add"]}
          aria-label={addLabel}
          title={addLabel}
          onClick={onAdd}
        >
          <Icon name="plus" />
        </button>
        <span className={styles["shape"]}>{shape}</span>
      </div>
      {fault !== null && (
        <p className={styles["fault"]} role="alert">
          {faultSentence(t, fault)}
        </p>
      )}
    </>
  );
}
