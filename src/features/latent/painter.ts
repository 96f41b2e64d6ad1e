/** Draws one layer at a time from the stage's inputs onto its canvas. */
import {
  drawDensity,
  drawMarginals,
  drawPriorRings,
  drawTicks,
  priorPeak,
} from "#/features/latent/draw/field.ts";
import { drawDraws, drawPosterior, drawTrail } from "#/features/latent/draw/marks.ts";
import { drawPictures } from "#/features/latent/draw/pictures.ts";
import { drawPoints } from "#/features/latent/draw/points.ts";
import { createSprites } from "#/features/latent/draw/sprites.ts";
import { clearSurface, type Surface } from "#/features/latent/draw/surface.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import { layerOpacity } from "#/features/latent/layerOpacity.ts";
import { memoLast } from "#/features/latent/memoLast.ts";
import { sheetOn, type LayerName, type StageInputs } from "#/features/latent/inputs.ts";
import { palette, type ThemeName } from "#/ui/palette.ts";

export interface Painter {
  /** Opacity of whole layers: pictures stand back when points are shown. */
  fade(inputs: StageInputs): void;
  pictures(inputs: StageInputs): void;
  field(inputs: StageInputs): void;
  points(inputs: StageInputs, positions: Float32Array | null): void;
  marks(inputs: StageInputs): void;
}

export function createPainter(
  canvases: Readonly<Record<LayerName, HTMLCanvasElement>>,
  geometry: PlaneGeometry,
): Painter {
  const spritesFor = memoLast((style: "dots" | "numerals", ratio: number, theme: ThemeName) =>
    createSprites({ style, ratio, palette: palette[theme] }),
  );
  const imageFor = memoLast((side: number) => new ImageData(side, side));
  const unlabelled = memoLast((count: number) => new Int8Array(count).fill(-1));

  /** Sizes the canvas as needed; null where there is no 2-D context (a test's document). */
  function surface(layer: LayerName, { side, ratio, theme }: StageInputs): Surface | null {
    const canvas = canvases[layer];
    if (canvas.width !== side || canvas.height !== side) {
      canvas.width = side;
      canvas.height = side;
    }
    const ctx = canvas.getContext("2d");
    if (ctx === null) return null;
    const made = { ctx, side, ratio, palette: palette[theme] };
    clearSurface(made);
    return made;
  }

  return {
    fade(inputs) {
      const { pictures, points } = layerOpacity(inputs.layers, inputs.balance);
      canvases.pictures.style.opacity = String(pictures);
      canvases.points.style.opacity = String(points);
    },
    pictures(inputs) {
      const target = surface("pictures", inputs);
      if (target === null) return;
      const sheet = inputs.layers.pictures ? sheetOn(inputs) : null;
      const { shape, window, invert } = inputs;
      const fits =
        sheet !== null &&
        shape !== null &&
        sheet.pixels.length === sheet.spec.n ** 2 * shape[0] * shape[1] * shape[2];
      drawPictures(
        target,
        fits ? { spec: sheet.spec, pixels: sheet.pixels, shape, window, invert } : null,
      );
    },
    field(inputs) {
      const target = surface("field", inputs);
      if (target === null) return;
      const { frame, axes, window, layers } = inputs;
      const density =
        layers.density && frame !== null ? geometry.density(frame.points, axes, window) : null;
      if (density !== null) {
        const peak = priorPeak(window);
        drawDensity(target, density, peak * peak);
      }
      if (layers.prior) drawPriorRings(target, window, axes);
      if (density !== null) drawMarginals(target, density, window, axes);
      drawTicks(target, window, inputs.axisNames);
    },
    points(inputs, positions) {
      const target = surface("points", inputs);
      const { frame, axes } = inputs;
      if (target === null || frame === null || positions === null || !inputs.layers.points) return;
      const { points } = frame;
      drawPoints(target, imageFor(inputs.side), {
        positions,
        labels: inputs.labelled ? points.labels : unlabelled(points.labels.length),
        sprites: spritesFor(
          inputs.pointStyle === "numerals" ? "numerals" : "dots",
          inputs.ratio * inputs.grow,
          inputs.theme,
        ),
        opacity: geometry.opacity(points, axes, inputs.z),
        onlyLabel: inputs.onlyLabel,
        thumbnails: inputs.pointStyle === "thumbnails" ? inputs.thumbnails : null,
      });
    },
    marks(inputs) {
      const target = surface("marks", inputs);
      if (target === null) return;
      drawTrail(target, inputs.window, inputs.trail);
      for (const mark of inputs.posteriors) drawPosterior(target, inputs.window, mark);
      drawDraws(target, inputs.window, inputs.draws);
    },
  };
}
