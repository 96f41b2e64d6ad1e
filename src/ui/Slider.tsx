/** A native range with its value beside it. For the latent sliders see features/explore. */
import { useId } from "react";
import styles from "./Field.module.css";

export interface SliderProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** The value in words, drawn at the right and read out. */
  readonly valueText: string;
  readonly disabled?: boolean;
  readonly testId?: string;
}

export function Slider({
  label,
  hideLabel = false,
  value,
  min,
  max,
  step,
  onChange,
  valueText,
  disabled = false,
  testId,
}: SliderProps) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={hideLabel ? "visuallyHidden" : styles["label"]}>
        {label}
      </label>
      <div className={styles["row"]}>
        <input
          id={id}
          type="range"
          className={styles["range"]}
          min={min}
          max={max}
          step={step}
          value={value}
          disabled={disabled}
          aria-valuetext={valueText}
          data-testid={testId}
          onChange={(event) => {
            onChange(event.target.valueAsNumber);
          }}
        />
        <span className={styles["value"]} aria-hidden="true">
          {valueText}
        </span>
      </div>
    </div>
  );
}
