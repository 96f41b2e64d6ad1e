/** A small choice between few words, set in a panel's heading: native radio buttons, drawn as text. */
import { useId, type ReactElement } from "react";
import styles from "#/features/learning/Choice.module.css";

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

export function Choice<V extends string>(props: ChoiceProps<V>): ReactElement {
  const name = useId();
  return (
    <fieldset className={styles["choice"]} aria-label={props.label}>
      {props.options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === props.value}
            onChange={() => {
              props.onChange(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
