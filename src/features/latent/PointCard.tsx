/** The card of one encoded image: pictures, its two terms, its widths, and draws from its posterior. */
import { useMemo, type ReactNode } from "react";
import type { PlaneAxes } from "#/core/latent/plane.ts";
import { planarPosterior } from "#/core/latent/posterior.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { signedDifference } from "#/features/latent/cardPixels.ts";
import type { Corner } from "#/features/latent/corners.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import type { PointDetails } from "#/state/partTypes.ts";
import { palette } from "#/ui/palette.ts";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { useTheme } from "#/ui/theme.tsx";
import styles from "./PointCard.module.css";

export interface PointCardProps {
  readonly testIndex: number;
  /** Null until the answer is there. */
  readonly details: PointDetails | null;
  readonly shape: ImageShape;
  readonly axes: PlaneAxes;
  readonly className: string | null;
  readonly corner: Corner;
  /** True for the card that follows the pointer: it lets it through. */
  readonly passing: boolean;
  /** Buttons and draws. */
  readonly children?: ReactNode;
}

const selectScrubbed = (s: AppState) => s.scrubbed !== null;
const selectSampling = (s: AppState) => s.built.objective.sampling;

/** CSS pixels a picture may take. */
const PICTURE = 56;

export function PointCard(props: PointCardProps) {
  const { testIndex, details, shape, axes, className, corner, passing, children } = props;
  const t = useText();
  const format = useNumberFormat();
  const theme = useTheme();
  const scrubbed = useAppState(selectScrubbed);
  const sampling = useAppState(selectSampling);
  const difference = useMemo(
    () => (details === null ? null : signedDifference(details.difference, shape, palette[theme])),
    [details, shape, theme],
  );
  const pictures = [
    ["original", "x", details?.originals ?? null, shape],
    ["reconstruction", "x̂", details?.reconstructions ?? null, shape],
    ["difference", "x̂ − x", difference, [shape[0], shape[1], 3]],
  ] as const;
  const width = details === null ? null : planarPosterior(axes, details.mean, details.logVariance);
  return (
    <section
      className={styles["card"]}
      data-corner={corner}
      data-own={passing ? undefined : true}
      data-passing={passing}
      data-testid="point-card"
      aria-label={t("latent.card", { index: testIndex })}
    >
      <h3 className={styles["title"]}>
        {t("latent.card", { index: testIndex })}
        {className !== null && <span> · {t("latent.cardClass", { name: className })}</span>}
      </h3>
      <div className={styles["pictures"]}>
        {pictures.map(([name, symbol, pixels, of]) => (
          <figure key={name}>
            <PixelCanvas pixels={pixels} shape={of} size={PICTURE} label={t(`latent.${name}`)} />
            <figcaption aria-hidden="true">{symbol}</figcaption>
          </figure>
        ))}
      </div>
      {details !== null && details.figure !== null && (
        <p className={styles["said"]}>
          {t("common.ownRange", {
            low: format(details.figure.low, 1),
            high: format(details.figure.high, 1),
          })}
        </p>
      )}
      {scrubbed && <p className={styles["said"]}>{t("latent.liveModel")}</p>}
      <dl className={styles["terms"]}>
        <div className={styles["reconstruction"]}>
          <dt>{t("latent.reconstructionTerm")}</dt>
          <dd>{details === null ? "–" : format(details.reconstructionNats, 1)}</dd>
        </div>
        <div className={styles["kl"]}>
          <dt>{t("latent.klTerm")}</dt>
          <dd>{details === null ? "–" : format(details.klNats, 1)}</dd>
        </div>
        <div>
          <dt>{t("latent.total")}</dt>
          <dd>
            {details === null ? "–" : format(details.reconstructionNats + details.klNats, 1)}{" "}
            {t("latent.terms")}
          </dd>
        </div>
        {sampling && (
          <div>
            <dt className={styles["symbol"]}>{t("latent.sigma")}</dt>
            <dd>
              {width === null
                ? "–"
                : `${format(Math.sqrt(width.aa), 2)}, ${format(Math.sqrt(width.bb), 2)}`}
            </dd>
          </div>
        )}
      </dl>
      {children}
    </section>
  );
}
