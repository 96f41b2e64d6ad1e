/** One test image from top to bottom: original, reconstruction, difference, spread, class. */
import { useMemo, type ReactElement } from "react";
import { ResidualCanvas } from "#/features/reconstruct/ResidualCanvas.tsx";
import { rgbOf, signedDifference, spreadInInk } from "#/ui/residuals.ts";
import styles from "#/features/reconstruct/ReconstructTab.module.css";
import type { Reconstructions } from "#/features/reconstruct/useReconstructions.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { difference, palette } from "#/ui/palette.ts";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { useTheme } from "#/ui/theme.tsx";

interface ReconstructColumnProps {
  /** Into the test split; null while none is chosen. */
  readonly index: number | null;
  readonly place: number;
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly size: { readonly cssWidth: number; readonly cssHeight: number };
  readonly images: Reconstructions | null;
  readonly spread: Float32Array | null;
}

const selectDataset = (state: AppState) => state.dataset;
const selectPinned = (state: AppState) => state.pinned;
const selectPin = (state: AppState) => state.pinPoint;

export function ReconstructColumn(props: ReconstructColumnProps): ReactElement {
  const { index, place, shape, size, images, spread } = props;
  const t = useText();
  const theme = useTheme();
  const classes = useClassNames(useAppState(selectDataset));
  const pinned = useAppState(selectPinned);
  const pinPoint = useAppState(selectPin);
  const [height, width, channels] = shape;
  const picture = useMemo(
    () => ({
      pixels: height * width,
      channels,
      offset: place * height * width * channels,
    }),
    [height, width, channels, place],
  );
  const signed = useMemo(() => {
    if (images === null) return null;
    return signedDifference(images.difference, picture, {
      negative: rgbOf(difference.negative),
      zero: rgbOf(palette[theme].plane),
      positive: rgbOf(difference.positive),
    });
  }, [images, picture, theme]);
  const inked = useMemo(() => {
    if (spread === null) return null;
    return spreadInInk(spread, picture, rgbOf(palette[theme].plane), rgbOf(palette[theme].text));
  }, [spread, picture, theme]);

  const label = images?.labels[place];
  const name = label === undefined ? "" : (classes[label] ?? String(label));
  const style = { inlineSize: size.cssWidth, blockSize: size.cssHeight };
  const longest = Math.max(size.cssWidth, size.cssHeight);
  const offset = picture.offset;
  return (
    <button
      type="button"
      className={styles["column"]}
      disabled={index === null || images === null}
      aria-pressed={index !== null && index === pinned}
      aria-label={t("tabs.reconstruct.pin", { name, index: index ?? 0 })}
      onClick={() => {
        pinPoint(index === pinned ? null : index);
      }}
    >
      <PixelCanvas
        pixels={images?.originals ?? null}
        offset={offset}
        shape={shape}
        size={longest}
        label=""
      />
      <PixelCanvas
        pixels={images?.reconstructions ?? null}
        offset={offset}
        shape={shape}
        size={longest}
        label=""
      />
      <ResidualCanvas rgba={signed} width={width} height={height} style={style} />
      <ResidualCanvas rgba={inked} width={width} height={height} style={style} />
      <span className={styles["name"]} title={name} style={{ inlineSize: size.cssWidth }}>
        {name}
      </span>
    </button>
  );
}
