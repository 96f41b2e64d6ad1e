/** The plane itself: four canvases, and over them in HTML the handle, discs, pins, notes and cards. */
import { isLabelled } from "#/core/data/labelled.ts";
import { lazy, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { ClassDiscs } from "#/features/latent/ClassDiscs.tsx";
import { createGeometry } from "#/features/latent/geometry.ts";
import { attachGestures } from "#/features/latent/gestures.ts";
import { Handle } from "#/features/latent/Handle.tsx";
import { layerNames } from "#/features/latent/inputs.ts";
import { PinMarks } from "#/features/latent/PinMarks.tsx";
import styles from "./PlaneFrame.module.css";
import { createPlanePort } from "#/features/latent/planePort.ts";
import { extendTrail } from "#/features/latent/trail.ts";
import { useDefaultAxes } from "#/features/latent/useDefaultAxes.ts";
import { useAxisNames } from "#/features/latent/useAxisNames.ts";
import { usePlaneShortcuts } from "#/features/latent/usePlaneShortcuts.ts";
import { usePlaneAxes, selectWindow } from "#/features/latent/usePlaneView.ts";
import { useStage } from "#/features/latent/useStage.ts";
import { useThumbnails } from "#/features/latent/useThumbnails.ts";
import { useTour } from "#/features/latent/useTour.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useInvert, useLarge, useTheme } from "#/ui/theme.tsx";
import { useReducedMotion } from "#/ui/useReducedMotion.ts";

const PointCards = lazy(async () => ({
  default: (await import("./PointCards.tsx")).PointCards,
}));

const PlaneNotes = lazy(async () => {
  const [{ PlaneNotes }] = await Promise.all([import("./PlaneNotes.tsx"), loadLaterEnglish()]);
  return { default: PlaneNotes };
});

const PlaneTools = lazy(async () => {
  const [{ PlaneTools }] = await Promise.all([
    import("./tools/PlaneTools.tsx"),
    loadLaterEnglish(),
  ]);
  return { default: PlaneTools };
});

/** Something is laid out on the plane. */
const selectTools = (s: AppState) => s.tools !== null || s.layers.landscape;
/** A point is asked about. */
const selectAsked = (s: AppState) => s.hoveredPoint !== null || s.pinned !== null;
const selectScrubbed = (s: AppState) => s.scrubbed !== null;
const selectChannels = (s: AppState) => s.dataset?.shape[2] ?? 1;
const selectDataset = (s: AppState) => s.dataset;
const selectShowsDiscs = (s: AppState) => s.layers.points && s.balance > 0;
const selectPointing = (s: AppState) => s.hoveredPoint !== null;

/** From points of 2.25 px to points of 5. */
const lecternGrowth = 5 / 2.25;

export interface PlaneFrameProps {
  /** CSS pixels. */
  readonly side: number;
  readonly devicePixels: number;
  readonly ratio: number;
}

export function PlaneFrame({ side, devicePixels, ratio }: PlaneFrameProps) {
  const t = useText();
  const app = useAppParts();
  const [geometry] = useState(createGeometry);
  const port = useMemo(() => createPlanePort(app, geometry), [app, geometry]);
  const root = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const draw = useRef<() => void>(() => undefined);
  const helpId = useId();

  const theme = useTheme();
  const invert = useInvert(useAppState(selectChannels));
  const still = useReducedMotion();
  const axes = usePlaneAxes();
  const window = useAppState(selectWindow);
  const axisNames = useAxisNames(axes);
  const scrubbed = useAppState(selectScrubbed);
  const classes = useClassNames(useAppState(selectDataset));
  const showsDiscs = useAppState(selectShowsDiscs);
  const pointing = useAppState(selectPointing);
  const asked = useAppState(selectAsked);
  const tools = useAppState(selectTools);
  // Once asked for they stay: draws are remembered while the pointer passes on.
  const [cards, setCards] = useState(false);
  if (asked && !cards) setCards(true);
  const [onlyLabel, setOnlyLabel] = useState<number | null>(null);
  const thumbnails = useThumbnails(theme, invert, ratio);
  const grow = useLarge() ? lecternGrowth : 1;

  const settings = useMemo(() => {
    const look = { theme, invert, axisNames, thumbnails, onlyLabel, grow, still };
    return { side: devicePixels, ratio, ...look };
  }, [devicePixels, ratio, theme, invert, axisNames, thumbnails, onlyLabel, grow, still]);
  const { canvases, stage } = useStage(geometry, settings);
  useTour(port, still);
  useDefaultAxes(root);
  usePlaneShortcuts(root, port, draw);

  const focusHandle = useCallback(() => {
    handle.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (root.current === null) return;
    return attachGestures({
      root: root.current,
      port,
      focus: focusHandle,
      onHeld(place) {
        const current = stage.current;
        current?.set({ trail: extendTrail(current.inputs.trail, place) });
      },
    });
  }, [port, stage, focusHandle]);

  return (
    <div
      ref={root}
      role="group"
      aria-label={t("latent.plane")}
      data-testid="latent-plane"
      className={styles["plane"]}
      data-scrubbed={scrubbed}
      data-pointing={pointing}
      style={{ inlineSize: side, blockSize: side }}
    >
      {layerNames.map((name) => (
        <canvas key={name} ref={canvases[name]} className={styles["layer"]} aria-hidden="true" />
      ))}
      {showsDiscs && isLabelled(classes) && (
        <ClassDiscs geometry={geometry} classes={classes} side={side} onOnly={setOnlyLabel} />
      )}
      <PinMarks />
      {tools && (
        <Suspense>
          <PlaneTools devicePixels={devicePixels} ratio={ratio} port={port} geometry={geometry} />
        </Suspense>
      )}
      <Handle
        ref={handle}
        axes={axes}
        axisNames={axisNames}
        window={window}
        port={port}
        helpId={helpId}
      />
      <Suspense>
        <PlaneNotes geometry={geometry} />
      </Suspense>
      {cards && (
        <Suspense>
          <PointCards stage={stage} drawRef={draw} />
        </Suspense>
      )}
      <p id={helpId} className="visuallyHidden">
        {t("latent.planeHelp")}
      </p>
    </div>
  );
}
