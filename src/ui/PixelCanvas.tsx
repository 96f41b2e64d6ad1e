/**
 * One picture, crisp: each of its pixels is a whole number of device pixels. A picture that is not
 * there is shown as missing, never as black. Not for moving planes: those draw their own canvases.
 */
import { useLayoutEffect, useRef } from "react";
import { useText } from "#/i18n/useText.ts";
import { pixelScale, toRgba, type Pixels, type PixelShape } from "#/ui/pixels.ts";
import { useInvert } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import styles from "./PixelCanvas.module.css";

export interface PixelCanvasProps {
  /** The picture; null while there is none. With `offset`, many pictures of which one is drawn. */
  readonly pixels: Pixels | null;
  readonly offset?: number;
  readonly shape: PixelShape;
  /** Longest side allowed, CSS pixels. */
  readonly size: number;
  /** What the picture shows, for those who cannot see it; "" when words beside it say so. */
  readonly label: string;
  readonly testId?: string;
}

export function PixelCanvas({ pixels, offset = 0, shape, size, label, testId }: PixelCanvasProps) {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, width, channels] = shape;
  const invert = useInvert(channels);
  const { cssWidth, cssHeight } = pixelScale(shape, size, useDevicePixelRatio());
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (pixels === null || context === null || context === undefined) return;
    const rgba = toRgba(pixels, [height, width, channels], { invert, offset });
    context.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [pixels, offset, height, width, channels, invert]);

  const style = { inlineSize: cssWidth, blockSize: cssHeight };
  if (pixels === null) {
    return (
      <span
        className={styles["missing"]}
        style={style}
        role="img"
        aria-label={`${label} (${t("common.missing")})`}
        data-testid={testId}
      />
    );
  }
  return (
    <canvas
      ref={canvas}
      className={styles["picture"]}
      width={width}
      height={height}
      style={style}
      data-testid={testId}
      {...(label === "" ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
}
