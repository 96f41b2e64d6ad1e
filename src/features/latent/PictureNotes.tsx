/** Notes on the plane that few models need: the class it is decoded for, and what a pixel stands for. */
import { useShownFrame } from "#/features/latent/usePlaneView.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./PlaneNotes.module.css";

const selectConditional = (s: AppState) => s.built.model.condition === "label";
const selectDataset = (s: AppState) => s.dataset;
const selectDisplay = (s: AppState) => s.built.objective.display;

const notes = {
  autoscaled: "tabs.display.noteAutoscaled",
  clamped: "tabs.display.noteClamped",
  sigmoidTwice: "tabs.display.noteSigmoidTwice",
} as const;

export function PictureNotes() {
  const t = useText();
  const frame = useShownFrame();
  const conditional = useAppState(selectConditional);
  const classes = useClassNames(useAppState(selectDataset));
  const display = useAppState(selectDisplay);
  if (frame === null) return null;
  const name = classes[frame.label] ?? String(frame.label);
  return (
    <>
      {conditional && (
        <p className={styles["note"]} data-testid="plane-class">
          {t("tabs.classes.note", { name })}
        </p>
      )}
      {display !== "sigmoid" && <p className={styles["note"]}>{t(notes[display])}</p>}
    </>
  );
}
