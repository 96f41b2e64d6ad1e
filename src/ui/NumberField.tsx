/**
 * A number in a text field. What is typed counts on Enter or on leaving; until then nothing changes.
 * A value that is refused shows why, in place, and the last good one comes back when it is left.
 * Arrows step, Shift coarsely; Escape puts the last good value back.
 */
import { useId, useState, type KeyboardEvent } from "react";
import { Icon } from "#/ui/Icon.tsx";
import styles from "./Field.module.css";

export interface NumberFieldProps {
  readonly label: string;
  /** The label is read but not drawn. */
  readonly hideLabel?: boolean;
  readonly value: number;
  /** Takes the number (NaN for text or nothing); returns why it is refused, or null. */
  readonly onCommit: (value: number) => string | null;
  /** One press of an arrow; times ten with Shift. */
  readonly step?: number;
  readonly unit?: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** Shortest text that reads back as the same number; small ones as the field writes them: 3e-3. */
export function numberText(value: number): string {
  return value !== 0 && Math.abs(value) < 0.01 ? value.toExponential() : String(value);
}

/** NaN for anything that is not wholly a number; a true minus counts as one. */
export function parseNumber(text: string): number {
  const clean = text
    .trim()
    .replace("−", "-")
    .replaceAll(/[,\s_]/g, "");
  return clean === "" ? Number.NaN : Number(clean);
}

export function NumberField({
  label,
  hideLabel = false,
  value,
  onCommit,
  step = 1,
  unit,
  hint,
  disabled = false,
  testId,
}: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const commit = (next: number): void => {
    const refused = onCommit(next);
    setError(refused);
    if (refused === null) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction !== 0) {
      event.preventDefault();
      const from = typed === null ? value : parseNumber(typed);
      const by = direction * step * (event.shiftKey ? 10 : 1);
      // Twelve digits hide the dust of binary fractions: 0.1 + 0.2 is 0.3.
      commit(Number((from + by).toPrecision(12)));
    } else if (event.key === "Enter" && typed !== null) {
      commit(parseNumber(typed));
    } else if (event.key === "Escape" && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setError(null);
    }
  };
  const leave = (): void => {
    // The refusal stays to be read; the field shows again what is in force.
    if (typed !== null && typed !== numberText(value)) commit(parseNumber(typed));
    setTyped(null);
  };

  const describedBy = [hint === undefined ? "" : `${id}-hint`, error === null ? "" : `${id}-error`]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={hideLabel ? "visuallyHidden" : styles["label"]}>
        {label}
      </label>
      <div className={styles["row"]}>
        <input
          id={id}
          className={styles["control"]}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={typed ?? numberText(value)}
          disabled={disabled}
          aria-invalid={error !== null}
          data-testid={testId}
          {...(describedBy === "" ? {} : { "aria-describedby": describedBy })}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
        {unit !== undefined && <span className={styles["unit"]}>{unit}</span>}
      </div>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles["hint"]}>
          {hint}
        </span>
      )}
      {error !== null && (
        <span id={`${id}-error`} className={styles["error"]} role="alert">
          <Icon name="warning" />
          {error}
        </span>
      )}
    </div>
  );
}
