/** The caption of the strip under the plane: one short line, following the frames. */
import type { ReactElement } from "react";
import styles from "#/features/reconstruct/PictureCaption.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectPixels = (state: AppState) => state.built.data.pixels;

/** ms between redraws of its numbers. */
const pace = 300;

export function StripCaption(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames } = useAppParts();
  usePacedTime(frames, pace);
  const pixels = useAppState(selectPixels);
  const figure = frames.shown()?.stripFigure ?? null;
  const said =
    figure !== null
      ? t("common.ownRange", { low: format(figure.low, 1), high: format(figure.high, 1) })
      : pixels === "grey"
        ? ""
        : t(`tabs.seen.${pixels}`);
  return (
    <p className={styles["line"]} title={said}>
      {said}
    </p>
  );
}
