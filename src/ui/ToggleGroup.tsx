/** One of a few, all in sight: native radio buttons drawn as joined segments. */
import { useId } from "react";
import { Icon, type IconName } from "#/ui/Icon.tsx";
import styles from "./ToggleGroup.module.css";

export interface ToggleOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Drawn instead of the label, which stays as name and tip. */
  readonly icon?: IconName;
}

export interface ToggleGroupProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly ToggleOption<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

export function ToggleGroup<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
}: ToggleGroupProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles["group"]}>
      {options.map((option) => (
        <label
          key={option.value}
          className={styles["option"]}
          title={option.icon === undefined ? undefined : option.label}
        >
          <input
            type="radio"
            name={name}
            className="visuallyHidden"
            checked={option.value === value}
            disabled={disabled}
            onChange={() => {
              onChange(option.value);
            }}
            {...(option.icon === undefined ? {} : { "aria-label": option.label })}
          />
          {option.icon === undefined ? option.label : <Icon name={option.icon} />}
        </label>
      ))}
    </div>
  );
}
