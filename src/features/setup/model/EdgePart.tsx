/** The edge between two parts of the model: a line, the shape that flows along it, and `+`. */
import { useText } from "#/i18n/useText.ts";
import { Icon } from "#/ui/Icon.tsx";
import { Refused } from "#/features/setup/fields/Refused.tsx";
import type { Refusal } from "#/features/setup/fields/useField.ts";
import styles from "./EdgePart.module.css";

export interface EdgePartProps {
  /** "28×28×1"; empty while unknown. */
  readonly shape: string;
  readonly addLabel: string;
  /** Entries of the label that join here; 0 for none. */
  readonly joined: number;
  readonly refusal: Refusal | null;
  readonly onCured: () => void;
  /** True while a dragged block would land here. */
  readonly dropsHere: boolean;
  readonly onAdd: () => void;
}

export function EdgePart({
  shape,
  addLabel,
  joined,
  refusal,
  dropsHere,
  onCured,
  onAdd,
}: EdgePartProps) {
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
        <span className={styles["shape"]}>
          {shape}
          {joined > 0 && (
            <span
              className={styles["joined"]}
              title={t("setup.model.labelJoins", { count: joined })}
            >
              {" + "}
              <i className="symbol">y</i> {joined}
              <span className="visuallyHidden">
                {t("setup.model.labelJoins", { count: joined })}
              </span>
            </span>
          )}
        </span>
      </div>
      {refusal !== null && <Refused refusal={refusal} onCured={onCured} />}
    </>
  );
}
