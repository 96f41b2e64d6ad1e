/**
 * What a hand has laid out in latent space: a path, a drawing, two groups of images, a posterior of
 * its own making. One value of the store, null until the first of them; what changes it comes with
 * the parts of the page that use it (tools.ts, path.ts, drawn.ts).
 */
import type { Drawing } from "#/core/data/drawing.ts";
import type { PathCurve } from "#/core/latent/paths.ts";

/** What a stop stands for. Images move with the model as it learns, places do not. */
export type StopOf =
  | { readonly kind: "place"; readonly z: readonly number[] }
  | { readonly kind: "test"; readonly index: number }
  /** Drawn or brought by a person, as the network is given it. [D] */
  | { readonly kind: "own"; readonly pixels: Float32Array; readonly label: number };

export interface PathStop {
  readonly id: number;
  readonly of: StopOf;
  /** Null until the encoder has answered. [latent] */
  readonly z: readonly number[] | null;
}

export interface LatentPath {
  readonly stops: readonly PathStop[];
  readonly curve: PathCurve;
  /** Frames between two stops. */
  readonly between: number;
  /** Where on it one is, 0 … 1. */
  readonly at: number;
  readonly playing: boolean;
}

/** An encoded image of a person's own. [latent] each */
export interface Code {
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
}

export interface Drawn {
  /** The pad of a grey set; null where a picture of a colour set was brought. */
  readonly drawing: Drawing | null;
  /** Fitted and centred as MNIST is, before the network sees it; null: as the set itself was made. */
  readonly centred: boolean | null;
  /** As the network is given it, [D]; null for an empty pad. */
  readonly pixels: Float32Array | null;
  /** Grows with every change. */
  readonly version: number;
  /** What the encoder last said of it. */
  readonly code: Code | null;
}

/** Test images chosen together: a class, or what a lasso held. */
export type Selection =
  | { readonly kind: "class"; readonly label: number }
  | { readonly kind: "lasso"; readonly indices: readonly number[] };

export type Side = "a" | "b";

/** What a press on the plane does, other than taking the handle along. */
export type PlaneTool =
  { readonly kind: "stops" } | { readonly kind: "lasso"; readonly side: Side };

/** A posterior of one's own for a test image, beside the encoder's. [latent] each */
export interface OwnPosterior {
  readonly testIndex: number;
  readonly mean: readonly number[];
  readonly logVariance: readonly number[];
}

export interface Tools {
  readonly path: LatentPath;
  readonly drawn: Drawn;
  readonly selections: Readonly<Record<Side, Selection | null>>;
  readonly tool: PlaneTool | null;
  readonly posterior: OwnPosterior | null;
}

export interface ToolsSlice {
  readonly tools: Tools | null;
}
