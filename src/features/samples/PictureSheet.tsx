/**
 * An n × n sheet of pictures on one canvas, crisp or, where it is denser than the screen,
 * area-averaged; with a cursor that picks. Not the latent plane, which warps, pans and layers.
 */
import { useCallback, useLayoutEffect, useMemo, type ReactElement, type RefObject } from "react";
import { rasterSheet } from "#/core/latent/resample.ts";
import styles from "#/features/samples/Sheets.module.css";
import { sheetSize } from "#/features/samples/sheetSize.ts";
import { CellCursor } from "#/ui/CellCursor.tsx";
import { clearCanvas, drawPixels } from "#/ui/drawPixels.ts";
import { useInvert } from "#/ui/theme.tsx";

interface PictureSheetProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** [n² × D], 8 bits; null while there are none. */
  readonly pixels: Uint8Array | null;
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly n: number;
  /** CSS pixels. */
  readonly available: number;
  readonly devicePixelRatio: number;
  readonly label: string;
  readonly describe: (index: number) => string;
  readonly onHover?: (index: number | null) => void;
  readonly onPick: (index: number) => void;
}

/** Cells grow no larger than this, CSS pixels. */
export const mostCell = 56;

export function PictureSheet(props: PictureSheetProps): ReactElement {
  const { canvas, pixels, shape, n, available, devicePixelRatio } = props;
  const [height, width, channels] = shape;
  const invert = useInvert(channels);
  const whole = pixels?.length === n * n * height * width * channels ? pixels : null;
  const size = useMemo(
    () => sheetSize(n, Math.max(height, width), available, devicePixelRatio, mostCell),
    [n, height, width, available, devicePixelRatio],
  );
  const paint = useCallback(() => {
    if (canvas.current === null) return;
    if (whole === null) {
      clearCanvas(canvas.current);
      return;
    }
    const { edges, side } = size;
    const raster = rasterSheet(whole, [height, width, channels], edges, edges, side);
    if (raster === null) return;
    const drawn: readonly [number, number, number] = [raster.height, raster.width, channels];
    drawPixels(canvas.current, new Uint8Array(raster.pixels.buffer), drawn, { invert });
  }, [canvas, whole, size, height, width, channels, invert]);
  useLayoutEffect(paint, [paint]);

  const style = { inlineSize: size.cssSide, blockSize: size.cssSide };
  return (
    <CellCursor
      rows={n}
      columns={n}
      label={props.label}
      describe={props.describe}
      onPick={props.onPick}
      {...(props.onHover === undefined ? {} : { onHover: props.onHover })}
    >
      <canvas
        ref={canvas}
        className={styles["canvas"]}
        data-missing={whole === null}
        style={style}
        aria-hidden="true"
      />
    </CellCursor>
  );
}
