/**
 * What has to be said of originals beside reconstructions: the range they are drawn in, and what the
 * network was given instead of the stored pixels. Nothing where a picture is what it seems.
 */
import type { ReactElement } from "react";
import type { Figure } from "#/core/objective/display.ts";
import styles from "#/features/reconstruct/PictureCaption.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectPixels = (state: AppState) => state.built.data.pixels;
const selectDisplay = (state: AppState) => state.built.objective.display;

export function PictureCaption({ figure }: { readonly figure: Figure | null }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const pixels = useAppState(selectPixels);
  const display = useAppState(selectDisplay);
  const range =
    figure === null
      ? ""
      : t("common.ownRange", { low: format(figure.low, 1), high: format(figure.high, 1) });
  const how = display === "sigmoid" ? "" : t(`tabs.display.${display}`);
  const seen = pixels === "grey" ? "" : t(`tabs.seen.${pixels}`);
  return (
    <p className={styles["caption"]} data-testid="picture-caption">
      {[range, how, seen].filter((part) => part !== "").join(" · ")}
    </p>
  );
}
