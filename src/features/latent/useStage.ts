/**
 * Keeps the canvases in step with the store and the frames without rendering React: a drag goes
 * from pointer to pixels through here alone.
 */
import { isLabelled } from "#/core/data/labelled.ts";
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { resolveAxes } from "#/core/latent/axes.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import type { LayerName, StageInputs } from "#/features/latent/inputs.ts";
import { memoLast } from "#/features/latent/memoLast.ts";
import { posteriorMarks } from "#/features/latent/posteriorMarks.ts";
import { createStage, type PlaneStage } from "#/features/latent/stage.ts";
import { useAppParts, type AppHandle } from "#/state/context.tsx";

/** What React knows and the store does not. */
export type StageSettings = Pick<
  StageInputs,
  | "side"
  | "ratio"
  | "theme"
  | "invert"
  | "axisNames"
  | "thumbnails"
  | "onlyLabel"
  | "grow"
  | "still"
>;

export interface StageHandle {
  readonly canvases: Readonly<Record<LayerName, RefObject<HTMLCanvasElement | null>>>;
  /** The stage, once the canvases are on the page. */
  readonly stage: RefObject<PlaneStage | null>;
}

export function useStage(geometry: PlaneGeometry, settings: StageSettings): StageHandle {
  const app = useAppParts();
  const pictures = useRef<HTMLCanvasElement>(null);
  const field = useRef<HTMLCanvasElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const marks = useRef<HTMLCanvasElement>(null);
  const stage = useRef<PlaneStage | null>(null);
  const latest = useRef(settings);
  const [canvases] = useState({ pictures, field, points, marks });

  useEffect(() => {
    const elements = collect(canvases);
    if (elements === null) return;
    const read = reader(app);
    const made = createStage(elements, geometry, {
      ...latest.current,
      ...read(latest.current),
      draws: [],
      trail: [],
    });
    stage.current = made;
    const sync = (): void => {
      made.set(read(made.inputs));
    };
    const leave = [app.store.subscribe(sync), app.frames.subscribe(sync)];
    return () => {
      for (const unsubscribe of leave) unsubscribe();
      made.dispose();
      stage.current = null;
    };
  }, [app, geometry, canvases]);

  useLayoutEffect(() => {
    latest.current = settings;
    const current = stage.current;
    if (current === null) return;
    current.set(settings);
    // Marks carry colours of the theme.
    current.set(reader(app)(current.inputs));
  }, [app, settings]);

  return { canvases, stage };
}

type FromStore = Omit<StageInputs, keyof StageSettings | "draws" | "trail">;

/** Reads what the canvases show; equal inputs give identical values, so that nothing redraws. */
function reader(app: AppHandle): (settings: Pick<StageInputs, "theme">) => FromStore {
  const marksOf = memoLast(posteriorMarks);
  return ({ theme }) => {
    const state = app.store.getState();
    const frame = app.frames.shown();
    const axes = resolveAxes(state.axes, frame?.sheet.spec ?? null, state.z.length);
    const labelled = isLabelled(state.dataset?.classes ?? []);
    return {
      frame,
      shape: state.dataset?.shape ?? null,
      axes,
      window: state.window,
      labelled,
      layers: state.layers,
      balance: state.balance,
      pointStyle: state.pointStyle,
      z: state.z,
      posteriors: marksOf(
        frame?.points ?? null,
        axes,
        state.hoveredPoint,
        state.pinned,
        theme,
        labelled,
        state.built.objective.sampling,
      ),
    };
  };
}

function collect(
  refs: StageHandle["canvases"],
): Readonly<Record<LayerName, HTMLCanvasElement>> | null {
  const { pictures, field, points, marks } = refs;
  if (
    pictures.current === null ||
    field.current === null ||
    points.current === null ||
    marks.current === null
  ) {
    return null;
  }
  return {
    pictures: pictures.current,
    field: field.current,
    points: points.current,
    marks: marks.current,
  };
}
