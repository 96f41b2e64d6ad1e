/** What the plane says about itself, in its upper right corner: where it looks, what is not shown. */
import { isLabelled } from "#/core/data/labelled.ts";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { sameAxes } from "#/core/latent/axes.ts";
import { countOutside } from "#/core/latent/placement.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import { usePlaneView } from "#/features/latent/usePlaneView.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./PlaneNotes.module.css";

const PictureNotes = lazy(async () => {
  const [{ PictureNotes }] = await Promise.all([import("./PictureNotes.tsx"), loadLaterEnglish()]);
  return { default: PictureNotes };
});

/** Pictures that need no explanation: p, of a model without classes. */
const selectPlain = (s: AppState) =>
  s.built.model.condition === "none" && s.built.objective.display === "sigmoid";
const selectScrubbed = (s: AppState) => s.scrubbed;
const selectLayers = (s: AppState) => s.layers;
const selectUnlabelled = (s: AppState) => s.dataset !== null && !isLabelled(s.dataset.classes);

/** Variance of μ at or below which a dimension tells nothing (Burda et al., 2016, section 5.2). */
const INACTIVE = 0.01;
/** Before this step an untrained encoder may look collapsed. */
const SETTLED = 100;

export function PlaneNotes({ geometry }: { readonly geometry: PlaneGeometry }) {
  const t = useText();
  const format = useNumberFormat();
  const { store, decoder } = useAppParts();
  const { frame, axes, window, latent } = usePlaneView();
  const scrubbed = useAppState(selectScrubbed);
  const layers = useAppState(selectLayers);
  const unlabelled = useAppState(selectUnlabelled);
  const plain = useAppState(selectPlain);
  const stale = useSyncExternalStore(decoder.subscribe, () => decoder.current.stale);
  if (frame === null) return null;

  const count = frame.points.indices.length;
  const outside =
    count === 0 ? 0 : countOutside(geometry.positions(frame.points, axes, window)) / count;
  const collapsed = frame.step >= SETTLED && frame.meanVariance.every((v) => v <= INACTIVE);
  return (
    <div className={styles["notes"]}>
      {scrubbed !== null && (
        <p data-own className={styles["note"]}>
          {t("latent.scrubbed", { step: format(frame.step) })} ·{" "}
          <button
            type="button"
            className={styles["back"]}
            onClick={() => {
              store.getState().scrubTo(null);
            }}
          >
            {t("latent.backToLive")}
          </button>
        </p>
      )}
      {scrubbed === null && stale && (
        <p className={styles["note"]}>{t("latent.weightsOf", { step: format(frame.step) })}</p>
      )}
      {layers.points && outside > 0 && (
        <p className={styles["note"]} data-testid="plane-outside">
          {t("latent.outside", {
            percent: outside < 0.01 ? "<1" : format(Math.round(100 * outside)),
          })}
        </p>
      )}
      {!plain && layers.pictures && (
        <Suspense>
          <PictureNotes />
        </Suspense>
      )}
      {latent > 2 && <p className={styles["note"]}>{t("latent.slice")}</p>}
      {layers.points && unlabelled && <p className={styles["note"]}>{t("latent.noLabels")}</p>}
      {collapsed && <p className={styles["note"]}>{t("latent.collapsed")}</p>}
      {layers.pictures && !sameAxes(frame.sheet.spec.axes, axes) && (
        <p className={styles["note"]}>{t("latent.noPictures")}</p>
      )}
    </div>
  );
}
