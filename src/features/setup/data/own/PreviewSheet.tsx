/** Ten images as the network will see them; empty frames of their size until they are decoded. */
import type { OwnOptions, OwnPreview } from "#/core/data/ownImages.ts";
import { useText } from "#/i18n/useText.ts";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import styles from "./OwnImages.module.css";

const shown = 10;
/** Room for one at most, CSS pixels: 28 px images at three times their size, 64 px ones as they are. */
const mostRoom = 84;
const perRow = 5;
const gap = 8;

interface PreviewSheetProps {
  readonly preview: OwnPreview | null;
  readonly options: OwnOptions;
  /** True where there are no classes to name. */
  readonly plain: boolean;
}

export function PreviewSheet({ preview, options, plain }: PreviewSheetProps) {
  const t = useText();
  const [sheet, width] = useElementWidth<HTMLDivElement>();
  const fits = Math.floor((width - (perRow - 1) * gap) / perRow);
  const room = width === 0 ? mostRoom : Math.min(mostRoom, fits);
  const { size, colour } = options;
  const shape = preview?.shape ?? ([size, size, colour === "grey" ? 1 : 3] as const);
  const pixels = shape[0] * shape[1] * shape[2];
  const count = preview?.classes.length ?? shown;
  return (
    <section aria-label={t("ownImages.preview.title")}>
      <h3 className={styles["heading"]}>{t("ownImages.preview.title")}</h3>
      {count === 0 && <p>{t("ownImages.preview.none")}</p>}
      <div
        ref={sheet}
        className={styles["sheet"]}
        data-testid="own-preview"
        aria-busy={preview === null}
      >
        {Array.from({ length: count }, (_, i) => {
          const name = preview?.classes[i] ?? "";
          const values = { number: i + 1, name };
          return (
            <figure key={i} className={styles["picture"]}>
              <PixelCanvas
                pixels={preview?.pixels ?? null}
                offset={i * pixels}
                shape={shape}
                size={room}
                label={t(plain ? "ownImages.preview.plain" : "ownImages.preview.image", values)}
              />
              {!plain && <figcaption title={name}>{name}</figcaption>}
            </figure>
          );
        })}
      </div>
    </section>
  );
}
