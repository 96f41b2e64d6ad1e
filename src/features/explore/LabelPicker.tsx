/**
 * The class that a conditional model decodes for, wherever one is decoded on screen. Short names
 * stand in a row, where typing one chooses it; long ones are a list. Of no use to other models.
 */
import { useId, useRef, type KeyboardEvent, type ReactElement } from "react";
import styles from "#/features/explore/LabelPicker.module.css";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Select } from "#/ui/Select.tsx";

const selectDataset = (state: AppState) => state.dataset;
const selectLabel = (state: AppState) => state.label;
const selectSetLabel = (state: AppState) => state.setLabel;

/** More, or longer, names do not fit a row beside the plane. */
const mostInRow = 12;
const longestInRow = 2;

export function LabelPicker(): ReactElement | null {
  const t = useText();
  const classes = useClassNames(useAppState(selectDataset));
  const label = useAppState(selectLabel);
  const setLabel = useAppState(selectSetLabel);
  const row = useRef<HTMLDivElement>(null);
  const group = useId();
  if (classes.length === 0) return null;
  const fits = classes.length <= mostInRow && classes.every((name) => name.length <= longestInRow);
  if (!fits) {
    return (
      <div className={styles["list"]}>
        <Select
          label={t("tabs.classes.label")}
          value={String(label)}
          options={classes.map((name, i) => ({ value: String(i), label: name }))}
          onChange={(value) => {
            setLabel(Number(value));
          }}
          testId="label-picker"
        />
      </div>
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    const typed = classes.indexOf(event.key);
    if (typed < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setLabel(typed);
    row.current?.querySelectorAll("input").item(typed).focus();
  }

  return (
    <div
      ref={row}
      role="radiogroup"
      aria-label={t("tabs.classes.label")}
      className={styles["row"]}
      data-testid="label-picker"
      onKeyDown={onKeyDown}
      // The options in it take the focus; the row only hears their keys.
      tabIndex={-1}
    >
      <span className={styles["name"]} aria-hidden="true">
        {t("tabs.classes.short")}
      </span>
      {classes.map((name, i) => (
        <label key={name} className={styles["option"]}>
          <input
            type="radio"
            name={group}
            className="visuallyHidden"
            checked={i === label}
            onChange={() => {
              setLabel(i);
            }}
          />
          {name}
        </label>
      ))}
    </div>
  );
}
