/** What an engine that makes its own batches makes them of (`Feed`, engine.ts). */
import type { PixelMode } from "#/core/experiment/config.ts";
import type { Rng } from "#/core/rng.ts";

/** Images as they are stored, in manifest order. */
export interface StoredChunk {
  /** Index of its first image. */
  readonly start: number;
  readonly count: number;
  /** [count × D] */
  readonly pixels: Uint8Array;
  /** [count] */
  readonly labels: Uint8Array;
}

/**
 * Where the images of a set are found; its chunks never change. One object for all who train on the
 * set: engines on one device share what they keep there of the same source.
 */
export interface StoredSource {
  /** The chunk that holds image `index`. @throws where it is not here. */
  chunkWith(index: number): StoredChunk;
}

/** The training images, each at the size that the model takes. */
export interface StoredImages {
  readonly source: StoredSource;
  /** Training meets the first so many. */
  readonly count: number;
}

export interface FeedPlan {
  readonly images: StoredImages;
  readonly pixels: PixelMode;
  /** Of a full batch: step s (from 0) draws n numbers an image from place s × batch × n on. */
  readonly batch: number;
  /** Of the streams that its draws come from. */
  readonly keys: Readonly<Record<"epsilon" | "dropout" | "binarise", Rng["key"]>>;
}
