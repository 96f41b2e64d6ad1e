/** One of many: the browser's own select, which every phone and screen reader knows. */
import { useId } from "react";
import styles from "./Field.module.css";

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  readonly testId?: string;
}

export function Select<T extends string>({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
  disabled = false,
  testId,
}: SelectProps<T>) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={hideLabel ? "visuallyHidden" : styles["label"]}>
        {label}
      </label>
      <select
        id={id}
        className={styles["control"]}
        value={value}
        disabled={disabled}
        data-testid={testId}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
