/** The last eight decodes of draws from one posterior, and how far each pixel varies over them. */
import { useMemo } from "react";
import type { ImageShape } from "#/core/model/spec.ts";
import { pixelSpread } from "#/features/latent/cardPixels.ts";
import { shownDraws, type EpsilonDraw } from "#/features/latent/useEpsilonDraws.ts";
import { useText } from "#/i18n/useText.ts";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import styles from "./DrawRow.module.css";

/** CSS pixels; images of 28 px show one device pixel each on a plain screen. */
const SIZE = 32;

export interface DrawRowProps {
  readonly draws: readonly EpsilonDraw[];
  readonly shape: ImageShape;
}

export function DrawRow({ draws, shape }: DrawRowProps) {
  const t = useText();
  const last = useMemo(() => draws.slice(-shownDraws), [draws]);
  const spread = useMemo(
    () =>
      pixelSpread(
        last.map(({ image }) => image),
        shape,
      ),
    [last, shape],
  );
  if (last.length === 0) return null;
  return (
    <div className={styles["row"]} data-testid="epsilon-draws">
      {last.map(({ number, image }) => (
        <PixelCanvas
          key={number}
          pixels={image}
          shape={shape}
          size={SIZE}
          label={t("latent.drawn", { index: number })}
        />
      ))}
      {last.length > 1 && (
        <span className={styles["spread"]} title={t("latent.spread")}>
          <PixelCanvas
            pixels={spread}
            shape={[shape[0], shape[1], 1]}
            size={SIZE}
            label={t("latent.spread")}
          />
        </span>
      )}
    </div>
  );
}
