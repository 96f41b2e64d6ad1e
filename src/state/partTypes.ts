/**
 * What lives beside the store: curves, frames, the decoder at the handle, answers about single images.
 * Typed arrays that announce themselves; nothing here enters React state.
 */
import type { PreviewFrame } from "#/worker/protocol/preview.ts";
import type { OwnImages } from "#/worker/import/protocol/ownImages.ts";
import type { Figure } from "#/core/objective/display.ts";
import type { LossTerms } from "#/core/training/terms.ts";

/** One curve set in columns, images seen ascending. Views borrow the arrays; do not keep them. */
export interface MetricsView {
  readonly length: number;
  readonly steps: ArrayLike<number>;
  readonly imagesSeen: ArrayLike<number>;
  /** Nats per image; total weighs KL by the effective β of its step. */
  readonly reconstruction: ArrayLike<number>;
  readonly kl: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  /** As the system writes them. */
  readonly lossReconstruction: ArrayLike<number>;
  readonly lossKl: ArrayLike<number>;
  readonly lossTotal: ArrayLike<number>;
  /** After annealing. */
  readonly beta: ArrayLike<number>;
  readonly learningRate: ArrayLike<number>;
  /** Where the test points were scored for a preview. */
  readonly test: readonly TestFigures[];
  /** Where the whole test split was, after an epoch. */
  readonly validation: readonly ValidationFigures[];
}

export interface TestFigures extends LossTerms {
  readonly step: number;
  readonly imagesSeen: number;
}

export interface ValidationFigures {
  readonly step: number;
  readonly imagesSeen: number;
  /** As the system writes it: what patience goes by. */
  readonly loss: LossTerms;
  readonly perImage: LossTerms;
}

export interface MetricsBuffer {
  readonly current: MetricsView;
  /** The run before the last reset; null when there was none. */
  readonly ghost: MetricsView | null;
  readonly version: number;
  subscribe(listener: () => void): () => void;
}

export interface KeptFrame {
  readonly frame: PreviewFrame;
  /** True when this frame can be dragged in (its weights were kept). */
  readonly hasWeights: boolean;
}

export interface FrameStore {
  /** Oldest first; the last is the newest preview. */
  list(): readonly KeptFrame[];
  /** The frame the page shows: scrubbed, or the newest; null before the first. */
  shown(): PreviewFrame | null;
  subscribe(listener: () => void): () => void;
}

/** The decoder's answer at the handle. */
export interface LiveImage {
  readonly z: readonly number[];
  /** [D] as displayed, in [0, 1]; null before the first answer. */
  readonly pixels: Float32Array | null;
  /** The range it is drawn in; null where a pixel means what it says. */
  readonly figure: Figure | null;
  /** Class it was decoded for; 0 for an unconditional model. */
  readonly label: number;
  /** Step of the weights it was decoded with. */
  readonly step: number;
  /** True when those weights lag the run by more than 250 ms. */
  readonly stale: boolean;
}

/** Follows `z`: decodes latest-wins, from the scrubbed frame's weights when looking back. */
export interface LiveDecoder {
  readonly current: LiveImage;
  subscribe(listener: () => void): () => void;
}

/** Images beside what the model makes of them. [count × D] each. */
export interface Pairs {
  /** As the network sees them, in the figure's range: to be drawn beside the reconstructions. */
  readonly originals: Float32Array;
  /** As displayed. */
  readonly reconstructions: Float32Array;
  /**
   * Reconstruction minus original, in the values the loss means; where the display has lost those,
   * in the values drawn.
   */
  readonly difference: Float32Array;
  /** The one range all of them are drawn in; null where a pixel means what it says. */
  readonly figure: Figure | null;
}

/** What the model makes of a single image. Nats. */
export interface ImageDetails extends Pairs {
  readonly label: number;
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
  readonly reconstructionNats: number;
  readonly klNats: number;
}

/** What a point's card shows. */
export interface PointDetails extends ImageDetails {
  readonly testIndex: number;
}

/** [count × D] as displayed, one figure. */
export interface Decoded {
  readonly images: Float32Array;
  readonly figure: Figure | null;
}

/** What reaches a layer when the loss is differentiated. */
export interface LayerGradient {
  /** As in `ResolvedLayer.name`. */
  readonly layer: string;
  /** Units, or filters. */
  readonly units: number;
  /** Euclidean length over all its parameters. */
  readonly norm: number;
}

/** The training step that comes next, before it is taken. */
export interface NextStep {
  /** Its number, from 1. */
  readonly step: number;
  /** Images of its batch. */
  readonly count: number;
  /** As the network is given them, but for standardised ones, which are in [0, 1]. [count × D] */
  readonly images: Float32Array;
  /** [count × latent] each. z = μ where nothing is sampled. */
  readonly epsilon: Float32Array;
  readonly mean: Float32Array;
  /** log σ² of what is really sampled. */
  readonly logVariance: Float32Array;
  readonly z: Float32Array;
  /** As displayed. [count × D] */
  readonly output: Float32Array;
  readonly figure: Figure | null;
  /** Nats of each image [count], and of each of its dimensions [count × latent]. */
  readonly reconstruction: Float32Array;
  readonly klPerDimension: Float32Array;
  /** Means over the batch: in nats per image, and as the system writes its loss. */
  readonly perImage: LossTerms;
  readonly loss: LossTerms;
  /** Of the loss as written, in the order of the model. */
  readonly gradients: readonly LayerGradient[];
}

/** What a conditional model decodes for: each image's own class, or one class for all. */
export type DecodedAs = "own" | { readonly label: number };

/** Questions the page asks about images, each latest-wins and cancellable. */
export interface Inspector {
  point(testIndex: number, signal?: AbortSignal): Promise<PointDetails>;
  /** Of an image from elsewhere, [D] in [0, 1]; `label` counts for a conditional model alone. */
  image(pixels: Float32Array, label: number, signal?: AbortSignal): Promise<ImageDetails>;
  /** −log p(x|z) of a test image at each z [count × latent], nats, by the model as it is now. [count] */
  costs(
    testIndex: number,
    z: Float32Array,
    count: number,
    signal?: AbortSignal,
  ): Promise<Float64Array>;
  /** `count` draws z = μ + σ·ε of one point, decoded for its class. z [count × latent]. */
  drawPosterior(
    details: PointDetails,
    count: number,
    draw: number,
    signal?: AbortSignal,
  ): Promise<Decoded & { z: Float32Array }>;
  /** Images and their reconstructions from μ, or from a sample. */
  reconstruct(
    of: { readonly split: "train" | "test"; readonly indices: readonly number[] },
    from: { readonly sampled: boolean; readonly as: DecodedAs },
    signal?: AbortSignal,
  ): Promise<Pairs & { labels: Uint8Array }>;
  /**
   * Per-pixel standard deviation of what is decoded over `draws` seeded draws from the posterior of
   * each test image. [count × D]
   */
  posteriorSpread(
    testIndices: readonly number[],
    draws: number,
    as: DecodedAs,
    signal?: AbortSignal,
  ): Promise<Float32Array>;
  /**
   * Images as the network sees them, cut to [0, 1] where it sees them beyond; `asStored`: before they
   * are prepared for it, to be given to it again. [count × D]
   */
  originals(
    split: "train" | "test",
    indices: readonly number[],
    signal?: AbortSignal,
    asStored?: boolean,
  ): Promise<{ pixels: Float32Array; labels: Uint8Array }>;
  /** The same of the ten fixed test images of the strip, one a class. [10 × D] */
  stripOriginals(): Promise<{ indices: Uint32Array; pixels: Float32Array; labels: Uint8Array }>;
  /** For the class in hand, unless `labels` [count] says otherwise; idle for unconditional models. */
  decode(
    z: Float32Array,
    count: number,
    options?: { readonly labels?: Uint8Array; readonly signal?: AbortSignal },
  ): Promise<Decoded>;
  /**
   * 100 images of N(0, 1) noise, encoded as they are, a z [100 × latent] sampled from each and decoded;
   * a function of the seed and the model. Of the running model, whatever is scrubbed to.
   */
  noiseSamples(seed: number, signal?: AbortSignal): Promise<Decoded & { z: Float32Array }>;
  /** The next training step taken apart; ask while nothing trains. */
  nextStep(signal?: AbortSignal): Promise<NextStep>;
}

/** What belongs to one run, besides its store. */
export interface AppParts {
  readonly metrics: MetricsBuffer;
  readonly frames: FrameStore;
  readonly decoder: LiveDecoder;
  readonly inspector: Inspector;
  /** Brings the code for a person's own images. */
  readonly ownImages: () => Promise<OwnImages>;
}
