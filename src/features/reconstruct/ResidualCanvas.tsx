/** A crisp canvas of colours worked out elsewhere (differences, spreads); dashed while missing. */
import { useLayoutEffect, useRef, type ReactElement } from "react";
import styles from "#/features/reconstruct/ReconstructTab.module.css";
import { clearCanvas, drawRgba } from "#/ui/drawPixels.ts";

interface ResidualCanvasProps {
  /** [height × width × 4]; keep its identity while it shows the same. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer> | null;
  readonly width: number;
  readonly height: number;
  readonly style: { readonly inlineSize: number; readonly blockSize: number };
}

export function ResidualCanvas({ rgba, width, height, style }: ResidualCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    if (rgba === null) clearCanvas(canvas.current);
    else drawRgba(canvas.current, rgba, width, height);
  }, [rgba, width, height]);
  return (
    <canvas
      ref={canvas}
      className={styles["residual"]}
      data-missing={rgba === null}
      style={style}
      aria-hidden="true"
    />
  );
}
