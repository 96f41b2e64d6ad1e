/**
 * The ten fixed test images as a lane makes them, minus as lane A makes them; of lane A, its own
 * reconstructions. Frames are drawn without React.
 */
import { useCallback, useMemo, useRef, type ReactElement } from "react";
import styles from "#/features/compare/Pictures.module.css";
import {
  meanAbsolute,
  signedRgba,
  signedScale,
  subtract,
} from "#/features/compare/signedPicture.ts";
import { useAllOf, useLanes } from "#/features/compare/useEveryLane.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { clearCanvas, drawPixels, drawRgba } from "#/ui/drawPixels.ts";
import { pixelScale } from "#/ui/pixels.ts";
import { useInvert, useTheme } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { useRepaint } from "#/ui/useRepaint.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const usualShape = [28, 28, 1] as const;
const count = 10;
const inRow = 5;
const gap = 8;
/** No picture is larger, CSS pixels. */
const most = 56;
const places = Array.from({ length: count }, (_, i) => i);

export function LaneDifferences(props: {
  readonly index: number;
  readonly lane: Lane;
}): ReactElement {
  const { index, lane } = props;
  const t = useText();
  const format = useNumberFormat();
  const first = useLanes()[0] ?? lane;
  const shape = useAppState(selectShape) ?? usualShape;
  const [height, width, channels] = shape;
  const theme = useTheme();
  const invert = useInvert(channels);
  const [room, available] = useElementWidth<HTMLDivElement>();
  const grid = useRef<HTMLDivElement>(null);
  const { letter } = lane;
  const own = lane.app.frames;
  const reference = first.app.frames;
  const space = Math.min(Math.max((available - gap * (inRow - 1)) / inRow, 1), most);
  const { cssWidth, cssHeight } = pixelScale(shape, space, useDevicePixelRatio());

  const paint = useCallback(() => {
    const all = count * height * width * channels;
    const strip = own.shown()?.strip ?? null;
    const made = strip?.length === all ? strip : null;
    const other = reference.shown()?.strip ?? null;
    const apart = index === 0 ? null : subtract(made, other);
    const scale = signedScale(theme);
    const missing = index === 0 ? made === null : apart === null;
    for (const canvas of grid.current?.querySelectorAll("canvas") ?? []) {
      const place = Number(canvas.dataset["place"]);
      canvas.dataset["missing"] = String(missing);
      if (apart !== null) {
        drawRgba(canvas, signedRgba(apart, [height, width, channels], place, scale), width, height);
      } else if (!missing && made !== null) {
        const offset = place * height * width * channels;
        drawPixels(canvas, made, [height, width, channels], { invert, offset });
      } else clearCanvas(canvas);
    }
    const mean = apart === null ? "–" : format(meanAbsolute(apart), 3);
    const label =
      index === 0
        ? t("compare.difference.stripSelf")
        : t("compare.difference.stripLabel", { letter, mean });
    grid.current?.setAttribute("aria-label", label);
  }, [own, reference, index, letter, height, width, channels, theme, invert, format, t]);
  useRepaint(paint, useAllOf(useMemo(() => [own, reference], [own, reference])));

  const style = { inlineSize: cssWidth, blockSize: cssHeight };
  return (
    <div ref={room} className={styles["differences"]}>
      <p className={styles["caption"]}>{t("compare.difference.strip")}</p>
      <div
        ref={grid}
        className={styles["ten"]}
        style={{ gap, gridTemplateColumns: `repeat(${String(inRow)}, ${String(cssWidth)}px)` }}
        role="img"
        data-testid="lane-strip-difference"
      >
        {places.map((place) => (
          <canvas
            key={place}
            data-place={place}
            width={width}
            height={height}
            className={styles["picture"]}
            style={style}
            aria-hidden="true"
          />
        ))}
      </div>
      <p className={styles["caption"]}>
        {t(index === 0 ? "compare.difference.self" : "compare.difference.legend")}
      </p>
    </div>
  );
}
