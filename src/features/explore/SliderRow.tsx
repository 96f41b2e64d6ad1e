/**
 * One latent dimension: its number, a native range from −3 to 3 over a canvas, its value and its KL.
 * Renders when its own coordinate changes; the canvas and the KL are painted by LatentSliders.
 */
import { memo, useCallback, type KeyboardEvent, type ReactElement } from "react";
import { CoordinateField } from "#/features/explore/CoordinateField.tsx";
import { reach } from "#/features/explore/histogram.ts";
import styles from "#/features/explore/LatentSliders.module.css";
import { movedCoordinate } from "#/features/explore/sliderMoves.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

interface SliderRowProps {
  readonly dimension: number;
  /** Called with the number kept when a typed one was refused, with null when all is well. */
  readonly onRefused: (kept: string | null) => void;
}

const selectSetDimension = (state: AppState) => state.setDimension;

export const SliderRow = memo(function SliderRow(props: SliderRowProps): ReactElement {
  const { dimension, onRefused } = props;
  const t = useText();
  const format = useNumberFormat();
  const value = useAppState(useCallback((state: AppState) => state.z[dimension] ?? 0, [dimension]));
  const setDimension = useAppState(selectSetDimension);
  const name = { dimension: dimension + 1 };
  const shown = format(value, 2);
  const beyond = Math.abs(value) > reach;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const next = movedCoordinate(value, event.key, event);
    if (next === null) return;
    event.preventDefault();
    setDimension(dimension, next);
  }

  return (
    <li className={styles["row"]} data-dimension={dimension}>
      <button
        type="button"
        className={styles["name"]}
        title={t("views.sliders.resetOne", name)}
        aria-label={t("views.sliders.resetOne", name)}
        onClick={() => {
          setDimension(dimension, 0);
        }}
      >
        <i className="symbol">z</i>
        <sub>{dimension + 1}</sub>
      </button>
      <span className={styles["track"]}>
        <canvas className={styles["backdrop"]} aria-hidden="true" />
        <input
          type="range"
          className={styles["range"]}
          data-testid={`slider-${dimension}`}
          data-beyond={beyond}
          aria-label={t("views.sliders.coordinate", name)}
          aria-valuetext={beyond ? t("views.sliders.beyond", { value: shown }) : shown}
          min={-reach}
          max={reach}
          step={0.01}
          value={Math.min(Math.max(value, -reach), reach)}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setDimension(dimension, event.target.valueAsNumber);
          }}
        />
      </span>
      <CoordinateField
        label={t("views.sliders.number", name)}
        shown={shown}
        onCommit={(next) => {
          setDimension(dimension, next);
        }}
        onRefused={(refused) => {
          onRefused(refused ? shown : null);
        }}
      />
      <span className={styles["kl"]} data-kl="" />
    </li>
  );
});
