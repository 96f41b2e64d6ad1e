/**
 * Ten fixed test images, one a class where there are ten, over what the frame on screen makes of
 * them. Frames are drawn without React; a click pins the image on the plane.
 */
import { useCallback, useRef, type ReactElement } from "react";
import { pictureSize } from "#/features/reconstruct/pictureSize.ts";
import styles from "#/features/reconstruct/ReconstructionStrip.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { clearCanvas, drawPixels } from "#/ui/drawPixels.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { useInvert } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { useRepaint } from "#/ui/useRepaint.ts";

const selectSet = (state: AppState) => state.dataset?.id;
const selectShape = (state: AppState) => state.dataset?.shape;
const selectClasses = (state: AppState) => state.dataset?.classes;
const selectPinned = (state: AppState) => state.pinned;
const selectPin = (state: AppState) => state.pinPoint;

const usualShape = [28, 28, 1] as const;
const count = 10;
const gap = 8;
const places = Array.from({ length: count }, (_, i) => i);

export function ReconstructionStrip({ most = 56 }: { readonly most?: number }): ReactElement {
  const t = useText();
  const { inspector } = useAppParts();
  const set = useAppState(selectSet);
  const shape = useAppState(selectShape) ?? usualShape;
  const classes = useAppState(selectClasses);
  const pinned = useAppState(selectPinned);
  const pinPoint = useAppState(selectPin);
  const [ref, width] = useElementWidth<HTMLElement>();
  const devicePixelRatio = useDevicePixelRatio();
  const ask = useCallback(
    async () => ({ set, images: await inspector.stripOriginals() }),
    [inspector, set],
  );
  const { value, fault } = useAnswer(set === undefined ? null : ask, 0);
  const pixels = shape[0] * shape[1] * shape[2];
  // Images of the set before are not shown in the frame of this one.
  const fits = value !== null && value.set === set && value.images.pixels.length === count * pixels;
  const originals = fits ? value.images : undefined;
  const reconstructions = useReconstructions(shape);
  const size = pictureSize(shape, { width, count, gap, most, devicePixelRatio });
  const style = { inlineSize: size.cssWidth, blockSize: size.cssHeight };

  function nameOf(place: number): string {
    const label = originals?.labels[place];
    const name = label === undefined ? undefined : classes?.[label];
    return name ?? t("views.strip.image", { number: place + 1 });
  }

  return (
    <section
      ref={ref}
      className={styles["strip"]}
      aria-label={t("views.strip.title")}
      title={t(originals === undefined ? "views.strip.waiting" : "views.strip.subtitle")}
      data-testid="reconstructions"
    >
      {fault !== null && fault.code !== "not-ready" && originals === undefined ? (
        <FaultNote fault={fault} />
      ) : (
        <div ref={reconstructions} className={styles["row"]}>
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
                <PixelCanvas
                  pixels={originals?.pixels ?? null}
                  offset={place * pixels}
                  shape={shape}
                  size={Math.max(size.cssWidth, size.cssHeight)}
                  label=""
                />
                <canvas data-place={place} className={styles["made"]} style={style} />
                <span className={styles["name"]}>{nameOf(place)}</span>
              </button>
            );
          })}
        </div>
      )}
    </section>
  );
}

/** Draws each frame's strip on the canvases below the element given the ref. */
function useReconstructions(shape: readonly [number, number, number]) {
  const { frames } = useAppParts();
  const row = useRef<HTMLDivElement>(null);
  const [height, width, channels] = shape;
  const invert = useInvert(channels);
  const paint = useCallback(() => {
    const strip = frames.shown()?.strip;
    const pixels = height * width * channels;
    const here = strip?.length === count * pixels;
    for (const canvas of row.current?.querySelectorAll("canvas") ?? []) {
      const place = canvas.dataset["place"];
      if (place === undefined) continue;
      canvas.dataset["missing"] = String(!here);
      if (!here) {
        clearCanvas(canvas);
        continue;
      }
      const offset = Number(place) * pixels;
      drawPixels(canvas, strip, [height, width, channels], { invert, offset });
    }
  }, [frames, height, width, channels, invert]);
  useRepaint(paint, frames);
  return row;
}
