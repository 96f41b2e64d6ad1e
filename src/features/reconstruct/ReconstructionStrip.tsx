/**
 * Ten fixed test images, one a class where there are ten, over what the frame on screen makes of
 * them: one figure, so where the display scales, the originals are scaled too. Frames are drawn
 * without React; a click pins the image on the plane.
 */
import { lazy, Suspense, useCallback, useRef, type ReactElement } from "react";
import { scaleInto } from "#/core/objective/display.ts";
import { pictureSize } from "#/features/reconstruct/pictureSize.ts";
import styles from "#/features/reconstruct/ReconstructionStrip.module.css";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { clearCanvas, drawPixels } from "#/ui/drawPixels.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { useInvert } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { useRepaint } from "#/ui/useRepaint.ts";

const StripCaption = lazy(async () => {
  const [{ StripCaption }] = await Promise.all([import("./StripCaption.tsx"), loadLaterEnglish()]);
  return { default: StripCaption };
});

const selectReady = (state: AppState) => state.dataset !== null;
/** The same object while the images and how they are prepared are the same. */
const selectData = (state: AppState) => state.built.data;
const selectShape = (state: AppState) => state.dataset?.shape;
const selectDataset = (state: AppState) => state.dataset;
const selectPinned = (state: AppState) => state.pinned;
const selectPin = (state: AppState) => state.pinPoint;
/** Whether originals are drawn other than as stored. */
const selectNeedsCaption = ({ built }: AppState) =>
  built.objective.display === "autoscaled" || built.data.pixels !== "grey";

const usualShape = [28, 28, 1] as const;
const count = 10;
const gap = 8;
const places = Array.from({ length: count }, (_, i) => i);

interface ReconstructionStripProps {
  /** No picture is larger, CSS pixels. */
  readonly most?: number;
  /** Pairs in a row: 10, or fewer in several. */
  readonly perRow?: number;
}

export function ReconstructionStrip(props: ReconstructionStripProps): ReactElement {
  const { most = 56, perRow = count } = props;
  const t = useText();
  const { inspector } = useAppParts();
  const ready = useAppState(selectReady);
  const data = useAppState(selectData);
  const shape = useAppState(selectShape) ?? usualShape;
  const classes = useClassNames(useAppState(selectDataset));
  const pinned = useAppState(selectPinned);
  const pinPoint = useAppState(selectPin);
  const needsCaption = useAppState(selectNeedsCaption);
  const [ref, width] = useElementWidth<HTMLElement>();
  const devicePixelRatio = useDevicePixelRatio();
  const ask = useCallback(
    async () => ({ data, images: await inspector.stripOriginals() }),
    [inspector, data],
  );
  const { value, fault } = useAnswer(ready ? ask : null, 0);
  const pixels = shape[0] * shape[1] * shape[2];
  // Images of the set before are not shown in the frame of this one.
  const fits = value?.data === data && value.images.pixels.length === count * pixels;
  const originals = fits ? value.images : undefined;
  const row = usePairs(originals?.pixels ?? null, shape);
  const size = pictureSize(shape, { width, count: perRow, gap, most, devicePixelRatio });
  const style = { inlineSize: size.cssWidth, blockSize: size.cssHeight };

  function nameOf(place: number): string {
    const label = originals?.labels[place];
    const name = label === undefined ? undefined : classes[label];
    return name ?? t("views.strip.image", { number: place + 1 });
  }

  return (
    <div
      ref={ref}
      role="group"
      className={styles["strip"]}
      aria-label={t("views.strip.title")}
      title={t(originals === undefined ? "views.strip.waiting" : "views.strip.subtitle")}
      data-testid="reconstructions"
    >
      {fault !== null && fault.code !== "not-ready" && originals === undefined ? (
        <FaultNote fault={fault} />
      ) : (
        <div
          ref={row}
          className={styles["row"]}
          style={{ gridTemplateColumns: `repeat(${String(perRow)}, minmax(0, 1fr))` }}
        >
          {places.map((place) => {
            const index = originals?.indices[place];
            return (
              <button
                key={place}
                type="button"
                className={styles["pair"]}
                aria-label={t("views.strip.pin", { name: nameOf(place) })}
                aria-pressed={index !== undefined && index === pinned}
                disabled={index === undefined}
                onClick={() => {
                  if (index !== undefined) pinPoint(index === pinned ? null : index);
                }}
              >
                {(["original", "made"] as const).map((of) => (
                  <canvas
                    key={of}
                    data-of={of}
                    data-place={place}
                    className={styles["picture"]}
                    style={style}
                    aria-hidden="true"
                  />
                ))}
                <span className={styles["name"]} title={nameOf(place)}>
                  {nameOf(place)}
                </span>
              </button>
            );
          })}
        </div>
      )}
      {needsCaption && (
        <Suspense>
          <StripCaption />
        </Suspense>
      )}
    </div>
  );
}

/** Draws originals and each frame's strip, in its range, on the canvases below the element given the ref. */
function usePairs(originals: Float32Array | null, shape: readonly [number, number, number]) {
  const { frames } = useAppParts();
  const row = useRef<HTMLDivElement>(null);
  const [height, width, channels] = shape;
  const invert = useInvert(channels);
  const paint = useCallback(() => {
    const frame = frames.shown();
    const figure = frame?.stripFigure ?? null;
    const pixels = height * width * channels;
    const pictures = {
      made: frame?.strip.length === count * pixels ? frame.strip : null,
      original:
        originals === null || figure === null ? originals : scaleInto(originals.slice(), figure),
    };
    for (const canvas of row.current?.querySelectorAll("canvas") ?? []) {
      const { of, place } = canvas.dataset;
      const drawn = of === "made" ? pictures.made : pictures.original;
      canvas.dataset["missing"] = String(drawn === null);
      if (drawn === null) {
        clearCanvas(canvas);
        continue;
      }
      const offset = Number(place) * pixels;
      drawPixels(canvas, drawn, [height, width, channels], { invert, offset });
    }
  }, [frames, originals, height, width, channels, invert]);
  useRepaint(paint, frames);
  return row;
}
