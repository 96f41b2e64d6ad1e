/**
 * What the pinned image asks for, as contours, against what the encoder says of it, as ellipses; and
 * the two terms of either. By the model as it is now.
 */
import { useLayoutEffect, useRef, useState } from "react";
import { planarPosterior, contourOnScreen } from "#/core/latent/posterior.ts";
import { project, toScreen, type PlaneWindow } from "#/core/latent/plane.ts";
import { chooseCorner, type Corner } from "#/features/latent/corners.ts";
import { drawContours } from "#/features/latent/draw/contours.ts";
import { clearSurface, haloStroke, tracePolygon } from "#/features/latent/draw/surface.ts";
import { PosteriorHandles } from "#/features/latent/tools/PosteriorHandles.tsx";
import styles from "#/features/latent/tools/tools.module.css";
import { useLandscape } from "#/features/latent/tools/useLandscape.ts";
import {
  posteriorDraws,
  usePosteriors,
  usePosteriorTerms,
  type Posteriors,
  type Terms,
} from "#/features/latent/tools/usePosteriors.ts";
import { usePlaneView } from "#/features/latent/usePlaneView.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { setTools } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { palette } from "#/ui/palette.ts";
import { useTheme } from "#/ui/theme.tsx";

const selectPinned = (s: AppState) => s.pinned;
const selectScrubbed = (s: AppState) => s.scrubbed !== null;

export interface LandscapeLayerProps {
  readonly devicePixels: number;
  readonly ratio: number;
}

export function LandscapeLayer({ devicePixels, ratio }: LandscapeLayerProps) {
  const t = useText();
  const format = useNumberFormat();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const { axes, window } = usePlaneView();
  const pinned = useAppState(selectPinned);
  const scrubbed = useAppState(selectScrubbed);
  const landscape = useLandscape();
  const posteriors = usePosteriors();

  const corner = useCorner(posteriors);

  // It renders for nothing but what is on it.
  useLayoutEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext("2d") ?? null;
    if (element === null || ctx === null) return;
    if (element.width !== devicePixels) element.width = devicePixels;
    if (element.height !== devicePixels) element.height = devicePixels;
    const colours = palette[theme];
    const surface = { ctx, side: devicePixels, ratio, palette: colours };
    clearSurface(surface);
    if (landscape !== null && sameWindow(landscape.window, window)) {
      drawContours(surface, landscape.contours);
    }
    const own = posteriors?.own ?? null;
    if (own === null) return;
    const gaussian = planarPosterior(axes, own.mean, own.logVariance);
    for (const radius of [1, 2]) {
      tracePolygon(surface, contourOnScreen(window, gaussian, radius));
      haloStroke(surface, colours.text, radius === 1 ? 2 : 1.25, [5, 3]);
    }
  });

  return (
    <>
      <canvas
        ref={canvas}
        className={styles["canvas"]}
        data-testid="landscape"
        aria-hidden="true"
      />
      {posteriors !== null && <PosteriorHandles posteriors={posteriors} />}
      <div
        className={styles["readout"]}
        data-own={pinned !== null ? true : undefined}
        data-corner={corner}
      >
        {pinned === null ? (
          <p>{t("tabs.landscape.pinOne")}</p>
        ) : (
          <>
            <p>
              {landscape === null
                ? t("tabs.landscape.waiting")
                : t("tabs.landscape.title", { lowest: format(landscape.lowest, 1) })}
            </p>
            {posteriors !== null && <TermTable posteriors={posteriors} />}
            {scrubbed && <p>{t("latent.liveModel")}</p>}
          </>
        )}
      </div>
    </>
  );
}

/** Beside the card of the pinned image, on the other side; kept while the image is. */
function useCorner(posteriors: Posteriors | null): Corner {
  const { axes, window } = usePlaneView();
  const [kept, keep] = useState<{ readonly of: number; readonly corner: Corner } | null>(null);
  const of = posteriors?.encoder.testIndex;
  if (of === undefined || posteriors === null) return kept?.corner ?? "bottomLeft";
  if (kept?.of === of) return kept.corner;
  const corner = chooseCorner(...toScreen(window, project(axes, posteriors.encoder.mean)), null);
  const beside = (
    {
      topLeft: "topRight",
      topRight: "topLeft",
      bottomLeft: "bottomRight",
      bottomRight: "bottomLeft",
    } as const
  )[corner];
  keep({ of, corner: beside });
  return beside;
}

function sameWindow(a: PlaneWindow, b: PlaneWindow): boolean {
  return (
    a.coordinates === b.coordinates &&
    a.extent === b.extent &&
    a.centre[0] === b.centre[0] &&
    a.centre[1] === b.centre[1]
  );
}

function TermTable({ posteriors }: { readonly posteriors: Posteriors }) {
  const t = useText();
  const app = useAppParts();
  const terms = usePosteriorTerms(posteriors);
  return (
    <table title={t("tabs.landscape.termsHelp", { draws: posteriorDraws })}>
      <thead>
        <tr>
          <th scope="col">{t("latent.terms")}</th>
          <th scope="col">{t("tabs.landscape.reconstruction")}</th>
          <th scope="col">{t("latent.klTerm")}</th>
          <th scope="col">{t("latent.total")}</th>
        </tr>
      </thead>
      <tbody>
        <TermRow name={t("tabs.landscape.encoder")} terms={terms?.encoder ?? null} />
        {posteriors.own === null ? (
          <tr>
            <td colSpan={4}>{t("tabs.landscape.grab")}</td>
          </tr>
        ) : (
          <TermRow name={t("tabs.landscape.own")} terms={terms?.own ?? null} />
        )}
      </tbody>
      {posteriors.own !== null && (
        <caption>
          <button
            type="button"
            onClick={() => {
              setTools(app, { posterior: null });
            }}
          >
            {t("tabs.landscape.back")}
          </button>
        </caption>
      )}
    </table>
  );
}

function TermRow({ name, terms }: { readonly name: string; readonly terms: Terms | null }) {
  const format = useNumberFormat();
  const number = (value: number | undefined) => (value === undefined ? "–" : format(value, 1));
  const sum = terms === null ? undefined : terms.reconstruction + terms.kl;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-term="reconstruction">{number(terms?.reconstruction)}</td>
      <td data-term="kl">{number(terms?.kl)}</td>
      <td>{number(sum)}</td>
    </tr>
  );
}
