/**
 * Ten test images of the reader's choice: original, reconstruction, signed difference, and the
 * per-pixel standard deviation over draws from the posterior. A click pins an image on the plane.
 */
import { useMemo, useState, type ReactElement } from "react";
import { chosenImages, firstTen, shownAtOnce } from "#/features/reconstruct/chooseImages.ts";
import { ImageChoice } from "#/features/reconstruct/ImageChoice.tsx";
import { PictureCaption } from "#/features/reconstruct/PictureCaption.tsx";
import { pictureSize } from "#/features/reconstruct/pictureSize.ts";
import { ReconstructColumn } from "#/features/reconstruct/ReconstructColumn.tsx";
import styles from "#/features/reconstruct/ReconstructTab.module.css";
import {
  draws,
  type ReconstructedFrom,
  useReconstructions,
} from "#/features/reconstruct/useReconstructions.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectDataset = (state: AppState) => state.dataset;
const selectSeed = (state: AppState) => state.config.training.seed;
const selectRun = (state: AppState) => state.runId;

const usualShape = [28, 28, 1] as const;
const gap = 8;
/** Room for the names of the rows at their left. CSS pixels. */
const names = 96;

export function TenImages({ from }: { readonly from: ReconstructedFrom }): ReactElement {
  const t = useText();
  const dataset = useAppState(selectDataset);
  const classes = useClassNames(dataset);
  const seed = useAppState(selectSeed);
  const runId = useAppState(selectRun);
  const [choice, setChoice] = useState(firstTen);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const devicePixelRatio = useDevicePixelRatio();
  const candidates = useEncodedImages();
  const indices = useMemo(() => chosenImages(candidates, choice, seed), [candidates, choice, seed]);
  const shape = dataset?.shape ?? usualShape;
  const { images, spread, fault } = useReconstructions(
    indices,
    from,
    runId,
    shape[0] * shape[1] * shape[2],
  );
  const size = pictureSize(shape, {
    width: width - names,
    count: shownAtOnce,
    gap,
    most: 84,
    devicePixelRatio,
  });
  const none = candidates.indices.length > 0 && indices.length === 0;
  const places = indices.length > 0 ? indices : Array.from({ length: shownAtOnce }, () => null);
  const loading = images === null && !none && (fault === null || fault.code === "not-ready");

  return (
    <div ref={ref} className={styles["tab"]}>
      <ImageChoice choice={choice} classes={classes} onChoose={setChoice} />
      {fault !== null && fault.code !== "not-ready" && images === null && (
        <FaultNote fault={fault} />
      )}
      <div
        className={styles["sheet"]}
        style={{ gap, gridTemplateRows: `repeat(4, ${size.cssHeight}px) 1rem` }}
      >
        <span title={t("tabs.reconstruct.original")}>{t("tabs.reconstruct.original")}</span>
        <span>{t("tabs.reconstruct.reconstruction")}</span>
        <span title={t("tabs.reconstruct.differenceHelp")}>{t("tabs.reconstruct.difference")}</span>
        <span title={t("tabs.reconstruct.spreadHelp", { draws })}>
          {t("tabs.reconstruct.spread", { draws })}
        </span>
        {places.map((index, place) => (
          <ReconstructColumn
            key={place}
            index={index}
            place={place}
            shape={shape}
            size={size}
            images={images}
            spread={spread}
          />
        ))}
      </div>
      <PictureCaption figure={images?.figure ?? null} />
      <p className={styles["line"]}>
        {none
          ? t("tabs.reconstruct.noneOfClass")
          : loading
            ? t("tabs.reconstruct.loading")
            : `${t("tabs.reconstruct.differenceHelp")} ${t("tabs.reconstruct.spreadHelp", { draws })}`}
      </p>
    </div>
  );
}

const nobody = { indices: new Uint32Array(0), labels: new Uint8Array(0) };

/** The test images encoded so far: the same object until more of them, or another set, are here. */
function useEncodedImages() {
  const { frames } = useAppParts();
  usePacedTime(frames, 1000);
  const points = frames.shown()?.points ?? nobody;
  const [kept, setKept] = useState(points);
  const same =
    kept.indices.length === points.indices.length &&
    kept.labels.every((label, i) => label === points.labels[i]);
  if (!same) setKept(points);
  return same ? kept : points;
}
