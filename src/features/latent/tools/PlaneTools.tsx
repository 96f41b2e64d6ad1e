/**
 * What a hand lays out on the plane: a path with its stops, the drawing's code, a lasso, the
 * landscape of the pinned image. Comes when the first of them is there.
 */
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";
import { LandscapeLayer } from "#/features/latent/tools/LandscapeLayer.tsx";
import { LassoSurface } from "#/features/latent/tools/LassoSurface.tsx";
import { StopMarks } from "#/features/latent/tools/StopMarks.tsx";
import { StopSurface } from "#/features/latent/tools/StopSurface.tsx";
import { ToolCanvas } from "#/features/latent/tools/ToolCanvas.tsx";
import { useAppState } from "#/state/context.tsx";
import { useFollowedStops } from "#/state/tools/followStops.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";

const selectLandscape = (s: AppState) => s.layers.landscape;
const selectTool = (s: AppState) => toolsOf(s).tool;

export interface PlaneToolsProps {
  readonly devicePixels: number;
  readonly ratio: number;
  readonly port: PlanePort;
  readonly geometry: PlaneGeometry;
}

export function PlaneTools({ devicePixels, ratio, port, geometry }: PlaneToolsProps) {
  const tool = useAppState(selectTool);
  const landscape = useAppState(selectLandscape);
  useFollowedStops();
  return (
    <>
      {landscape && <LandscapeLayer devicePixels={devicePixels} ratio={ratio} />}
      <ToolCanvas devicePixels={devicePixels} ratio={ratio} />
      {tool?.kind === "stops" && <StopSurface port={port} />}
      {tool?.kind === "lasso" && <LassoSurface side={tool.side} geometry={geometry} port={port} />}
      <StopMarks port={port} />
    </>
  );
}
