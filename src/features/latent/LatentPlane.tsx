/**
 * The latent plane: pictures the decoder makes, the points the encoder makes, and a handle between
 * them. This part measures the room it has; PlaneFrame is the plane itself.
 */
import { useEffect, useRef } from "react";
import { planeSizing } from "#/core/latent/sizing.ts";
import { PlaneFrame } from "#/features/latent/PlaneFrame.tsx";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import styles from "./LatentPlane.module.css";

export interface LatentPlaneProps {
  /** Largest side allowed, CSS pixels; without it the width alone decides. */
  readonly maxSide?: number;
}

/** Side of an image where no data set is known yet: MNIST's. */
const USUAL_SIDE = 28;

const selectImageSide = (s: AppState) =>
  s.dataset === null ? USUAL_SIDE : Math.max(s.dataset.shape[0], s.dataset.shape[1]);
const selectGridSize = (s: AppState) => s.gridSize;
const selectSetGridSize = (s: AppState) => s.setGridSize;

export function LatentPlane({ maxSide = Infinity }: LatentPlaneProps) {
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const ratio = useDevicePixelRatio();
  const imageSide = useAppState(selectImageSide);
  const gridSize = useAppState(selectGridSize);
  const setGridSize = useAppState(selectSetGridSize);
  const { side, devicePixels, n } = planeSizing(Math.min(width, maxSide), ratio, imageSide);

  // A grid nobody chose follows the room; one that was chosen stays.
  const fitted = useRef(gridSize);
  useEffect(() => {
    if (width === 0 || gridSize !== fitted.current || gridSize === n) return;
    fitted.current = n;
    setGridSize(n);
  }, [width, n, gridSize, setGridSize]);

  // In the middle, on a whole device pixel: half a pixel aside would blur every picture.
  const start = Math.max(0, Math.floor(((width - side) / 2) * ratio) / ratio);
  return (
    <div ref={ref} className={styles["room"]}>
      {width > 0 && (
        <div style={{ marginInlineStart: start }}>
          <PlaneFrame side={side} devicePixels={devicePixels} ratio={ratio} />
        </div>
      )}
    </div>
  );
}
