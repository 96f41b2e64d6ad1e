/** One choice of an import with its label above, every option in sight. */
import { ToggleGroup, type ToggleOption } from "#/ui/ToggleGroup.tsx";
import styles from "./OwnImages.module.css";

interface OptionRowProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly ToggleOption<T>[];
  readonly onChange: (value: T) => void;
}

export function OptionRow<T extends string>(props: OptionRowProps<T>) {
  return (
    <div className={styles["option"]}>
      <span aria-hidden="true">{props.label}</span>
      <ToggleGroup {...props} />
    </div>
  );
}
