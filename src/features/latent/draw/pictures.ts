/** The decoded sheet, crisp, each picture in its own cell. Never smoothed, never cross-faded. */
import { cellEdges, pixelEdges } from "#/core/latent/cells.ts";
import type { PlaneSpec, PlaneWindow } from "#/core/latent/plane.ts";
import { rasterSheet } from "#/core/latent/resample.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { rasterRgba } from "#/features/latent/draw/rasterRgba.ts";
import { clearSurface, type Surface } from "#/features/latent/draw/surface.ts";

export interface PicturesView {
  readonly spec: PlaneSpec;
  /** [n² × D], 8 bits. */
  readonly pixels: Uint8Array;
  readonly shape: ImageShape;
  readonly window: PlaneWindow;
  readonly invert: boolean;
}

/** Draws the sheet where its cells lie in `view.window`; null clears, for pictures not there yet. */
export function drawPictures(surface: Surface, view: PicturesView | null): void {
  clearSurface(surface);
  if (view === null) return;
  const { ctx, side } = surface;
  const edges = cellEdges(view.spec, view.window);
  const raster = rasterSheet(
    view.pixels,
    view.shape,
    pixelEdges(edges.u, side),
    pixelEdges(edges.v, side),
    side,
  );
  if (raster === null) return;
  const rgba = rasterRgba(raster.pixels, view.shape[2], view.invert);
  ctx.putImageData(new ImageData(rgba, raster.width, raster.height), raster.x, raster.y);
}
