/**
 * The number of one coordinate of z. What is typed counts on Enter or on leaving; a refusal is
 * handed up, to be said where there is room for it, and the last good number comes back.
 */
import { useState, type KeyboardEvent, type ReactElement } from "react";
import { parseCoordinate } from "#/features/explore/sliderMoves.ts";
import styles from "#/features/explore/LatentSliders.module.css";

interface CoordinateFieldProps {
  readonly label: string;
  /** The number in force, as shown. */
  readonly shown: string;
  readonly onCommit: (value: number) => void;
  /** Called with true when a number was refused, with false when all is well again. */
  readonly onRefused: (refused: boolean) => void;
}

export function CoordinateField(props: CoordinateFieldProps): ReactElement {
  const { label, shown, onCommit, onRefused } = props;
  const [typed, setTyped] = useState<string | null>(null);

  function settle(): void {
    if (typed === null) return;
    setTyped(null);
    // Untouched digits keep the coordinate as it is, more precise than what is shown.
    if (typed === shown) return;
    const value = parseCoordinate(typed);
    onRefused(value === null);
    if (value !== null) onCommit(value);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") settle();
    if (event.key === "Escape" && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      onRefused(false);
    }
  }

  return (
    <input
      className={styles["number"]}
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      value={typed ?? shown}
      aria-invalid={typed !== null && parseCoordinate(typed) === null}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onFocus={(event) => {
        event.target.select();
      }}
      onBlur={settle}
      onKeyDown={onKeyDown}
    />
  );
}
