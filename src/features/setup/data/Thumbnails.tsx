/** Ten test images of a data set, one a class where it has ten, from the sprite in the manifest. */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import { useText } from "#/i18n/useText.ts";
import { pixelScale } from "#/ui/pixels.ts";
import { useInvert } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import styles from "./DataCard.module.css";

/** Room for one picture, CSS pixels: five stand beside the words. */
const room = 32;
const shown = 10;

export function Thumbnails({ entry }: { readonly entry: DatasetEntry | null }) {
  const t = useText();
  const shape = entry?.shape ?? ([28, 28, 1] as const);
  const invert = useInvert(shape[2]);
  const { cssWidth, cssHeight } = pixelScale(shape, room, useDevicePixelRatio());
  const count = entry?.sprite.indices.length ?? shown;
  const sprite =
    entry === null
      ? {}
      : {
          backgroundImage: `url("${entry.sprite.image}")`,
          backgroundSize: `${String(count * cssWidth)}px ${String(cssHeight)}px`,
        };
  return (
    <div
      className={styles["thumbnails"]}
      data-invert={invert ? "" : undefined}
      {...(entry === null
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": t("setup.data.thumbnails", { name: entry.name }) })}
    >
      {Array.from({ length: Math.min(shown, count) }, (_, i) => (
        <span
          key={i}
          style={{
            inlineSize: cssWidth,
            blockSize: cssHeight,
            backgroundPosition: `${String(-i * cssWidth)}px 0`,
            ...sprite,
          }}
        />
      ))}
    </div>
  );
}
