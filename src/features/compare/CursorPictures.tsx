/**
 * What a lane decodes at the one cursor all lanes share, and that minus what lane A decodes there.
 * Follows the decoders straight onto the canvases; React renders only when a size or a theme changes.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, type ReactElement } from "react";
import styles from "#/features/compare/Pictures.module.css";
import {
  meanAbsolute,
  signedRgba,
  signedScale,
  subtract,
} from "#/features/compare/signedPicture.ts";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { Lane } from "#/state/lanes/types.ts";
import type { LiveDecoder, LiveImage } from "#/state/partTypes.ts";
import type { AppState } from "#/state/types.ts";
import { clearCanvas, drawPixels, drawRgba } from "#/ui/drawPixels.ts";
import { pixelScale } from "#/ui/pixels.ts";
import { useInvert, useTheme } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const usualShape = [28, 28, 1] as const;

interface CursorPicturesProps {
  /** By position; the scope's own lane. */
  readonly index: number;
  readonly lane: Lane;
  /** Longest side of each, CSS pixels. */
  readonly sizes: { readonly decoded: number; readonly difference: number };
  /** Where their words stand. */
  readonly words?: "below" | "beside";
}

export function CursorPictures(props: CursorPicturesProps): ReactElement {
  const { index, lane, sizes } = props;
  const t = useText();
  const format = useNumberFormat();
  const first = useLanes()[0] ?? lane;
  const shape = useAppState(selectShape) ?? usualShape;
  const [height, width, channels] = shape;
  const theme = useTheme();
  const invert = useInvert(channels);
  const ratio = useDevicePixelRatio();
  const large = pixelScale(shape, sizes.decoded, ratio);
  const small = pixelScale(shape, sizes.difference, ratio);
  const picture = useRef<HTMLCanvasElement>(null);
  const minus = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const { letter } = lane;
  const own = lane.app.decoder;
  const reference = first.app.decoder;
  const compares = index > 0;

  const paint = useCallback(() => {
    const count = height * width * channels;
    const pixels = wholeOf(imageOf(own), count);
    if (picture.current !== null) {
      picture.current.dataset["missing"] = String(pixels === null);
      if (pixels === null) clearCanvas(picture.current);
      else drawPixels(picture.current, pixels, [height, width, channels], { invert });
    }
    if (minus.current === null) return;
    const apart = subtract(pixels, wholeOf(imageOf(reference), count));
    minus.current.dataset["missing"] = String(apart === null);
    if (apart === null) clearCanvas(minus.current);
    else {
      const rgba = signedRgba(apart, [height, width, channels], 0, signedScale(theme));
      drawRgba(minus.current, rgba, width, height);
    }
    const mean = apart === null ? "–" : format(meanAbsolute(apart), 3);
    minus.current.setAttribute("aria-label", t("compare.cursor.differenceLabel", { letter, mean }));
    if (words.current !== null) words.current.textContent = t("compare.cursor.of", { mean });
  }, [own, reference, height, width, channels, invert, theme, format, t, letter]);

  useLayoutEffect(paint, [paint]);
  useEffect(() => {
    const leave = [own.subscribe(paint), reference.subscribe(paint)];
    return () => {
      for (const unsubscribe of leave) unsubscribe();
    };
  }, [own, reference, paint]);

  const shared = { width, height, className: styles["picture"], role: "img" } as const;
  return (
    <div className={styles["cursor"]} data-words={props.words ?? "below"}>
      <figure className={styles["figure"]} style={{ minInlineSize: large.cssWidth }}>
        <canvas
          {...shared}
          ref={picture}
          style={{ inlineSize: large.cssWidth, blockSize: large.cssHeight }}
          aria-label={t("compare.cursor.decodedLabel", { letter })}
          data-testid="lane-decoded"
        />
        <figcaption>{t("compare.cursor.decoded")}</figcaption>
      </figure>
      {compares && (
        <figure className={styles["figure"]} style={{ minInlineSize: small.cssWidth }}>
          <canvas
            {...shared}
            ref={minus}
            style={{ inlineSize: small.cssWidth, blockSize: small.cssHeight }}
            data-testid="lane-difference-image"
          />
          <figcaption>
            {t("compare.cursor.difference")} <span ref={words} />
          </figcaption>
        </figure>
      )}
    </div>
  );
}

/** Its own function, since the compiler takes any `.current` of a component for a ref's. */
function imageOf(decoder: LiveDecoder): LiveImage {
  return decoder.current;
}

function wholeOf(image: LiveImage, count: number): Float32Array | null {
  return image.pixels?.length === count ? image.pixels : null;
}
