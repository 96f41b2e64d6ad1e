/**
 * Many pictures on one canvas in rows: single ones, or each beside its partner. Every picture pixel
 * takes whole device pixels; as many stand in a row as there is room for.
 */
import { useLayoutEffect, useMemo, useRef, type ReactElement } from "react";
import { drawTiles, tileLayout } from "#/features/benches/parts/tiles.ts";
import styles from "#/features/benches/parts/TileSheet.module.css";
import { clearCanvas, drawRgba } from "#/ui/drawPixels.ts";
import type { PixelShape } from "#/ui/pixels.ts";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

interface TileSheetProps {
  /** What it shows, for those who cannot see it. */
  readonly label: string;
  /** [count × D] each, in [0, 1]; picture i of each stands beside the others. Null while there are none. */
  readonly pictures: readonly Float32Array[] | null;
  /** Pictures in a group: how many arrays there will be. */
  readonly group: 1 | 2;
  /** Groups shown at most: whole rows of them. */
  readonly count: number;
  readonly rows: number;
  readonly shape: PixelShape;
  readonly invert: boolean;
}

export function TileSheet(props: TileSheetProps): ReactElement {
  const { pictures, group, count, rows, shape, invert } = props;
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const ratio = useDevicePixelRatio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const layout = useMemo(
    () => tileLayout({ shape, group, count, rows, available: width, ratio }),
    [shape, group, count, rows, width, ratio],
  );
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const [height, wide, channels] = shape;
    const enough = pictures?.every(
      (values) => values.length >= layout.shown * height * wide * channels,
    );
    if (pictures === null || enough !== true) clearCanvas(canvas.current);
    else {
      const rgba = drawTiles(pictures, shape, layout, invert);
      drawRgba(canvas.current, rgba, layout.width, layout.height);
    }
  }, [pictures, shape, layout, invert]);
  return (
    <div ref={ref} className={styles["room"]} role="img" aria-label={props.label}>
      <canvas
        ref={canvas}
        aria-hidden="true"
        className={styles["sheet"]}
        data-missing={pictures === null}
        style={{
          inlineSize: (layout.width * layout.scale) / ratio,
          blockSize: (layout.height * layout.scale) / ratio,
        }}
      />
    </div>
  );
}
