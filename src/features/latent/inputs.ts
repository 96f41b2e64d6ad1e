/** What the canvases show, as plain data. The stage compares it; the painter draws it. */
import { sameAxes } from "#/core/latent/axes.ts";
import type { PlaneAxes, PlanePoint, PlaneWindow } from "#/core/latent/plane.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { DrawMark, PosteriorMark } from "#/features/latent/draw/marks.ts";
import type { LatentSlice } from "#/state/types.ts";
import type { ThemeName } from "#/ui/palette.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

export type LayerName = "pictures" | "field" | "points" | "marks";
export const layerNames: readonly LayerName[] = ["pictures", "field", "points", "marks"];

export interface StageInputs {
  /** Side of the frame, device pixels, and device pixels per CSS pixel. */
  readonly side: number;
  readonly ratio: number;
  readonly frame: PreviewFrame | null;
  readonly shape: ImageShape | null;
  readonly axes: PlaneAxes;
  readonly axisNames: readonly [string, string];
  readonly window: PlaneWindow;
  readonly theme: ThemeName;
  readonly invert: boolean;
  /** False where the data has no classes: all points are ink. */
  readonly labelled: boolean;
  readonly layers: LatentSlice["layers"];
  readonly balance: number;
  readonly pointStyle: LatentSlice["pointStyle"];
  /** How much larger points are than on a desk; 1 there. */
  readonly grow: number;
  readonly thumbnails: readonly HTMLCanvasElement[] | null;
  readonly onlyLabel: number | null;
  readonly z: readonly number[];
  readonly posteriors: readonly PosteriorMark[];
  readonly draws: readonly DrawMark[];
  readonly trail: readonly PlanePoint[];
  /** Reduced motion: points switch as pictures do. */
  readonly still: boolean;
}

/** The frame's sheet where it belongs on these axes; null where other pictures are due. */
export function sheetOn(inputs: StageInputs): PreviewFrame["sheet"] | null {
  const sheet = inputs.frame?.sheet ?? null;
  return sheet !== null && sameAxes(sheet.spec.axes, inputs.axes) ? sheet : null;
}
