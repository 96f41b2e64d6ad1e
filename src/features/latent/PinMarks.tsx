/** Pins on the plane: places kept with P. A press brings the handle there, Delete removes one. */
import { project, toScreen } from "#/core/latent/plane.ts";
import { usePlaneView } from "#/features/latent/usePlaneView.ts";
import { zText } from "#/features/latent/zText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./PinMarks.module.css";

const selectPins = (s: AppState) => s.pins;

export function PinMarks() {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const pins = useAppState(selectPins);
  const { axes, window, latent } = usePlaneView();
  return pins.map((z, index) => {
    if (z.length !== latent) return null;
    const [u, v] = toScreen(window, project(axes, z));
    if (u < 0 || u > 1 || v < 0 || v > 1) return null;
    return (
      <button
        key={index}
        type="button"
        data-own
        className={styles["pin"]}
        aria-label={t("latent.pinAt", { index: index + 1, place: zText(z, format) })}
        style={{
          insetInlineStart: `${String(100 * u)}%`,
          insetBlockStart: `${String(100 * v)}%`,
        }}
        onClick={() => {
          store.getState().setZ(z, "hand");
        }}
        onKeyDown={(event) => {
          if (event.key === "Delete" || event.key === "Backspace") store.getState().unpin(index);
        }}
      >
        {index + 1}
      </button>
    );
  });
}
