/** The film of the path, and under it the pixel average of the same two originals. */
import { useMemo } from "react";
import { placeAlong } from "#/core/latent/paths.ts";
import { stopName } from "#/core/latent/stopNames.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import styles from "#/features/interpolate/InterpolateTab.module.css";
import { fades, type Film, type Originals } from "#/features/interpolate/useFilm.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { selectConditional } from "#/state/shownModel.ts";
import { goTo } from "#/state/tools/path.ts";
import type { LatentPath } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";
import { CellCursor } from "#/ui/CellCursor.tsx";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { pixelScale } from "#/ui/pixels.ts";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

interface FilmStripProps {
  readonly film: Film;
  readonly path: LatentPath;
  readonly originals: Originals;
  readonly shape: ImageShape;
}

const selectDataset = (s: AppState) => s.dataset;
const selectLabel = (s: AppState) => s.label;

/** Which class a conditional model makes the film for: the ends may be images of others. */
function DecodedFor() {
  const t = useText();
  const classes = useClassNames(useAppState(selectDataset));
  const label = useAppState(selectLabel);
  if (!useAppState(selectConditional)) return null;
  const name = classes[label] ?? String(label);
  return (
    <p className={styles["note"]} data-testid="film-class">
      {t("tabs.path.decodedFor", { name })}
    </p>
  );
}

/** CSS pixels a frame may take. */
const smallest = 28;
const largest = 112;

export function FilmStrip({ film, path, originals, shape }: FilmStripProps) {
  const t = useText();
  const format = useNumberFormat();
  const app = useAppParts();
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const { stops, at } = path;
  const count = film.positions.length;
  const size = Math.min(Math.max(Math.floor((width - 8) / count), smallest), largest);
  const { cssWidth } = pixelScale(shape, size, useDevicePixelRatio());
  const length = shape[0] * shape[1] * shape[2];
  const averages = useMemo(() => fades(film, stops, originals), [film, stops, originals]);
  const current = film.positions.reduce(
    (best, p, i) => (Math.abs(p - at) < Math.abs((film.positions[best] ?? 0) - at) ? i : best),
    0,
  );
  const whole = film.images.length === count * length;
  /** The stop a frame shows, if it is one. */
  const stopAt = (place: number): string => {
    const { segment, share } = placeAlong(stops.length, film.positions[place] ?? 0);
    return share === 0 ? stopName(segment) : share === 1 ? stopName(segment + 1) : "";
  };
  return (
    <div ref={ref} className={styles["film"]} data-testid="film">
      <CellCursor
        rows={1}
        columns={count}
        label={t("tabs.path.film")}
        describe={(place) =>
          t("tabs.path.frame", {
            place: place + 1,
            count,
            percent: format(100 * (film.positions[place] ?? 0), 0),
          })
        }
        onPick={(place) => {
          goTo(app, film.positions[place] ?? 0);
        }}
      >
        <div className={styles["frames"]}>
          {film.positions.map((position, place) => (
            <span key={position} data-current={place === current}>
              <PixelCanvas
                pixels={whole ? film.images : null}
                offset={place * length}
                shape={shape}
                size={size}
                label=""
              />
            </span>
          ))}
        </div>
      </CellCursor>
      <div className={styles["frames"]} aria-hidden="true">
        {film.positions.map((position, place) => (
          <span key={position} className={styles["stopName"]} style={{ inlineSize: cssWidth }}>
            {stopAt(place)}
          </span>
        ))}
      </div>
      <DecodedFor />
      {averages.some((average) => average !== null) ? (
        <>
          <div className={styles["frames"]} role="img" aria-label={t("tabs.path.average")}>
            {film.positions.map((position, place) => (
              <span key={position} data-none={averages[place] === null}>
                <PixelCanvas pixels={averages[place] ?? null} shape={shape} size={size} label="" />
              </span>
            ))}
          </div>
          <p className={styles["note"]}>{t("tabs.path.average")}</p>
        </>
      ) : (
        <p className={styles["note"]}>{t("tabs.path.noAverage")}</p>
      )}
    </div>
  );
}
