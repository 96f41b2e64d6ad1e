/** The canvas of the tools, above the plane's own. Drawn when one of the things on it changes. */
import { useLayoutEffect, useMemo, useRef } from "react";
import { framePositions, resamplePath } from "#/core/latent/paths.ts";
import { project, type PlaneAxes, type PlanePoint, type PlaneWindow } from "#/core/latent/plane.ts";
import { planarPosterior, type PlanarGaussian } from "#/core/latent/posterior.ts";
import { linearPoints, placePoints } from "#/core/latent/placement.ts";
import { drawPosterior } from "#/features/latent/draw/marks.ts";
import { drawChosen, drawDirection, drawPath, type PathMark } from "#/features/latent/draw/path.ts";
import { clearSurface, type Surface } from "#/features/latent/draw/surface.ts";
import styles from "#/features/latent/tools/tools.module.css";
import { usePlaneView } from "#/features/latent/usePlaneView.ts";
import { useAppState } from "#/state/context.tsx";
import { knownStops } from "#/state/tools/path.ts";
import { rowsOf, selectedMeans, type SelectedMeans } from "#/state/tools/selections.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { Code, LatentPath, Tools } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";
import type { EncodedPoints } from "#/worker/protocol/preview.ts";
import { palette } from "#/ui/palette.ts";
import { useTheme } from "#/ui/theme.tsx";

const selectTools = (s: AppState) => toolsOf(s);
const selectSampling = (s: AppState) => s.built.objective.sampling;

/** Pieces of the curve between two stops. */
const pieces = 47;

export interface ToolCanvasProps {
  readonly devicePixels: number;
  readonly ratio: number;
}

export function ToolCanvas({ devicePixels, ratio }: ToolCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const { frame, axes, window, latent } = usePlaneView();
  const { path, drawn, selections } = useAppState(selectTools);
  const sampling = useAppState(selectSampling);
  const { stops, curve, between, at } = path;
  const laid = useMemo(
    () => layPath({ stops, curve, between }, axes, latent),
    [stops, curve, between, axes, latent],
  );
  const points = frame?.points ?? null;
  const means = useMemo(
    () => (points === null ? null : selectedMeans(points, selections, latent)),
    [points, selections, latent],
  );
  const gaussian = useMemo(
    () => codeOnPlane(drawn.code, axes, latent, sampling),
    [drawn.code, axes, latent, sampling],
  );

  // It renders for nothing but what is on it.
  useLayoutEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext("2d") ?? null;
    if (element === null || ctx === null) return;
    if (element.width !== devicePixels) element.width = devicePixels;
    if (element.height !== devicePixels) element.height = devicePixels;
    const surface: Surface = { ctx, side: devicePixels, ratio, palette: palette[theme] };
    clearSurface(surface);
    drawGroups(surface, { points, selections, means, axes, window });
    if (laid !== null) drawPath(surface, window, { ...laid, at: laid.point(at) });
    if (gaussian !== null) {
      drawPosterior(surface, window, { gaussian, colour: palette[theme].text, pinned: true });
    }
  });

  return (
    <canvas
      ref={canvas}
      className={styles["canvas"]}
      data-testid="plane-tools"
      aria-hidden="true"
    />
  );
}

interface Groups {
  readonly points: EncodedPoints | null;
  readonly selections: Tools["selections"];
  readonly means: SelectedMeans | null;
  readonly axes: PlaneAxes;
  readonly window: PlaneWindow;
}

/** Rings round what a lasso held, and the arrow from one group's mean to the other's. */
function drawGroups(surface: Surface, { points, selections, means, axes, window }: Groups): void {
  const lassoed = [selections.a, selections.b].filter((group) => group?.kind === "lasso");
  if (points !== null && lassoed.length > 0) {
    const linear = linearPoints(axes, window.coordinates, points.mean, points.indices.length);
    placePoints(window, linear, linear);
    for (const group of lassoed) drawChosen(surface, linear, rowsOf(points, group));
  }
  if (means === null || means.direction === null || means.a === null || means.b === null) return;
  drawDirection(surface, window, project(axes, means.b), project(axes, means.a));
}

/** Where the encoder puts the drawing; without a spread for an autoencoder. */
function codeOnPlane(
  code: Code | null,
  axes: PlaneAxes,
  latent: number,
  sampling: boolean,
): PlanarGaussian | null {
  if (code?.mean.length !== latent) return null;
  return sampling
    ? planarPosterior(axes, code.mean, code.logVariance)
    : { centre: project(axes, code.mean), aa: 0, ab: 0, bb: 0 };
}

interface LaidPath extends Omit<PathMark, "at"> {
  point(at: number): PlanePoint;
}

/** Null while it has fewer than two stops with a place. */
function layPath(
  path: Pick<LatentPath, "stops" | "curve" | "between">,
  axes: PlaneAxes,
  latent: number,
): LaidPath | null {
  const stops = knownStops(path, latent);
  if (stops.length < 2) return null;
  const along = (positions: readonly number[]): PlanePoint[] => {
    const z = resamplePath(stops, path.curve, positions);
    return positions.map((_, i) => project(axes, z, i * latent));
  };
  return {
    line: along(framePositions(stops.length, pieces)),
    frames: along(framePositions(stops.length, path.between)),
    point: (at) => along([at])[0] ?? [0, 0],
  };
}
