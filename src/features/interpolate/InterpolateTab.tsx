/**
 * A path through latent space and the pictures along it; below, a direction between two groups of
 * images. The path itself stands on the plane (features/latent/tools).
 */
import type { ReactNode } from "react";
import { AddStops } from "#/features/interpolate/AddStops.tsx";
import { Directions } from "#/features/interpolate/Directions.tsx";
import { FilmStrip } from "#/features/interpolate/FilmStrip.tsx";
import styles from "#/features/interpolate/InterpolateTab.module.css";
import { PathControls } from "#/features/interpolate/PathControls.tsx";
import { StopList } from "#/features/interpolate/StopList.tsx";
import { useFilm, useOriginals } from "#/features/interpolate/useFilm.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import { useFollowedStops } from "#/state/tools/followStops.ts";
import { knownStops } from "#/state/tools/path.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";

const selectPath = (s: AppState) => toolsOf(s).path;
const selectShape = (s: AppState) => s.dataset?.shape ?? null;
const selectLatent = (s: AppState) => s.z.length;

const usualShape = [28, 28, 1] as const;

export interface InterpolateTabProps {
  /** Plane and decoded image, where they are not in sight anyway. */
  readonly plane?: ReactNode;
  readonly image?: ReactNode;
}

export function InterpolateTab({ plane, image }: InterpolateTabProps) {
  const t = useText();
  const path = useAppState(selectPath);
  const shape = useAppState(selectShape) ?? usualShape;
  const latent = useAppState(selectLatent);
  useFollowedStops();
  const { film, fault } = useFilm();
  const originals = useOriginals(path.stops);
  const { stops } = path;
  const laid = stops.length > 1 && knownStops(path, latent).length === stops.length;
  return (
    <div className={styles["tab"]}>
      <section className={styles["part"]} aria-label={t("tabs.path.title")}>
        <StopList stops={stops} originals={originals} shape={shape} />
        <AddStops />
        {film === null ? (
          <p className={styles["waiting"]}>
            {t(stops.length < 2 ? "tabs.path.needsTwo" : "tabs.path.waiting")}
          </p>
        ) : (
          <FilmStrip film={film} path={path} originals={originals} shape={shape} />
        )}
        {fault !== null && fault.code !== "not-ready" && film === null && (
          <FaultNote fault={fault} />
        )}
        <PathControls path={path} laid={laid} />
      </section>
      <div className={styles["below"]} data-plane={plane !== undefined}>
        <div className={styles["part"]}>
          <Directions shape={shape} />
        </div>
        {image !== undefined && <div className={styles["image"]}>{image}</div>}
        {plane !== undefined && <div className={styles["plane"]}>{plane}</div>}
      </div>
    </div>
  );
}
