/** A picture of the whole model as it crosses from worker to page, and what the page asks it to show. */
import type { PlaneSpec, PlaneWindow } from "#/core/latent/plane.ts";
import type { Figure } from "#/core/objective/display.ts";
import type { LossTerms, Weights } from "#/core/training/terms.ts";

/** The axes the page asks for; the worker works out the principal directions itself. */
export type PlaneAxesRequest =
  | { readonly kind: "dimensions"; readonly dims: readonly [number, number] }
  | { readonly kind: "pca" };

/** What previews should show from now on. */
export interface PreviewRequest {
  readonly window: PlaneWindow;
  readonly axes: PlaneAxesRequest;
  readonly n: number;
  /** Where the plane cuts through latent space [latent]. */
  readonly at: readonly number[];
  /** Seed of the 100 z of the samples tab; null while nobody looks at samples. */
  readonly samplesSeed: number | null;
  /** Class the sheet is decoded for, where the model is conditional. */
  readonly label: number;
}

/**
 * One picture of the whole model at one step. Pixels are 8-bit, as displayed, channels last; sheet,
 * strip and samples are one figure each where the display is scaled to its own range.
 */
export interface PreviewFrame {
  readonly step: number;
  readonly imagesSeen: number;
  readonly sheet: { readonly spec: PlaneSpec; readonly pixels: Uint8Array<ArrayBuffer> };
  readonly points: EncodedPoints;
  /** Reconstructions (from μ) of the ten fixed test images, [10 × D]. */
  readonly strip: Uint8Array<ArrayBuffer>;
  /** The range the strip and its originals are drawn in; null where a pixel means what it says. */
  readonly stripFigure: Figure | null;
  /** Class the sheet was decoded for; 0 for an unconditional model. */
  readonly label: number;
  /** Decoded samples of 100 fixed z, [100 × D]; null when not asked for. Conditional: row r is class r. */
  readonly samples: Uint8Array<ArrayBuffer> | null;
  /** Over the encoded test points. [latent] each. */
  readonly klPerDimension: Float32Array;
  /** Variance of μ over the encoded test points, [latent]. */
  readonly meanVariance: Float32Array;
  /** As `EncodedPoints` says, total weighed by the effective β of this step. */
  readonly test: LossTerms;
  /** The decoder's weights at this very step, where they are small enough to come along. */
  readonly decoder?: Weights;
}

export interface EncodedPoints {
  /** Indices into the test split, [count]. */
  readonly indices: Uint32Array;
  /** First label column, [count]. */
  readonly labels: Uint8Array;
  /** μ [count × latent]. */
  readonly mean: Float32Array;
  /** log σ² [count × latent]. */
  readonly logVariance: Float32Array;
}
