/**
 * The engine contract: one VAE that can be trained and asked. The reference implementation runs on
 * every tfjs backend; the host cannot tell which one it holds. All methods are called through one
 * serial queue (tfjs scopes are one global stack). Arrays are row-major, images channels last;
 * arguments are borrowed for the call, results are owned by the caller.
 */
import type { EngineReport } from "#/core/backend/engine.ts";
import type { ParameterSpec } from "#/core/model/resolved.ts";
import type { LossTerms, Weights } from "#/core/training/terms.ts";
import type { FeedPlan } from "#/engine/feed.ts";

/** Labels of a batch [count], each below the model's `classes`; null for an unconditional model. */
export type Labels = Uint8Array | null;

/** `count` images [count × D] as the network is given them, with their noise ε ~ N(0, 1) [count × latent]. */
export interface TrainingBatch {
  readonly count: number;
  /** Read by the encoder and scored by the loss. */
  readonly images: Float32Array;
  readonly epsilon: Float32Array;
  readonly labels: Labels;
  /**
   * Uniform in [0, 1), [count × dropoutUnits], layer by layer, each [count × outputs]: an output is
   * kept where it is at least the rate. Null: nothing is dropped.
   */
  readonly dropout: Float32Array | null;
}

/** What may change from step to step without rebuilding; schedules are worked out already. */
export interface StepSettings {
  /** After annealing. */
  readonly beta: number;
  readonly freeBits: number;
  /** After its schedule. */
  readonly learningRate: number;
  /** 0: never. */
  readonly clip: number;
}

/** One step's loss, twice. */
export interface StepTerms {
  /** As the system writes it (convention.ts), free bits and guards included; total is what was minimised. */
  readonly loss: LossTerms;
  /**
   * Nats per image: `reconstruction` as the loss computes it, summed over pixels, for Bernoulli
   * pixels, and the Bernoulli cross-entropy of the displayed ones for a Gaussian; `kl` in full, for
   * λ read as log σ²; total weighs it by the effective β.
   */
  readonly perImage: LossTerms;
}

export interface EncodedImages {
  /** μ [count × latent]. */
  readonly mean: Float32Array;
  /** log σ² of the distribution really sampled: 2λ where σ = exp(λ). [count × latent] */
  readonly logVariance: Float32Array;
}

export interface ScoreBatch {
  readonly count: number;
  /** As the network is given them. [count × D] */
  readonly images: Float32Array;
  /** What the reconstruction is held against, in [0, 1]. [count × D] */
  readonly targets: Float32Array;
  readonly epsilon: Float32Array;
  readonly labels: Labels;
}

/** Forward terms of single images; running statistics, nothing dropped. */
export interface ImageTerms extends EncodedImages {
  /**
   * Bernoulli cross-entropy of p against the targets, nats summed over pixels: from logits where
   * they exist, else of p clipped to [1e-7, 1 − 1e-7]. [count]
   */
  readonly reconstruction: Float32Array;
  /** KL(q‖p) of the distribution really sampled, per image and dimension. [count × latent] */
  readonly klPerDimension: Float32Array;
  /** The loss's own reconstruction of `images`, summed over pixels. [count] */
  readonly writtenReconstruction: Float32Array;
  /** ½(μ² + e^λ − 1 − λ) whatever is sampled, before free bits. [count × latent] */
  readonly writtenKl: Float32Array;
  /** p, the pixel's probability or mean as the loss means it. [count × D] */
  readonly output: Float32Array;
  /** The network's output: logits, p itself (sigmoid "output"), or the sigmoid to be taken twice. [count × D] */
  readonly raw: Float32Array;
}

export interface Probe {
  readonly loss: LossTerms;
  readonly perImage: LossTerms;
  /** Batch mean of ½(μ² + e^λ − 1 − λ), [latent]. */
  readonly klPerDimension: Float32Array;
  /** Of the loss as written: of its sum over the batch where it is written so. Unclipped. */
  readonly gradients: Weights;
}

/** Weights (running statistics among them) and optimiser moments, enough to go on exactly. */
export interface EngineState {
  readonly weights: Weights;
  /** `<parameter>/first`, `/second`; none of them in a fresh optimiser. */
  readonly optimizer: { readonly steps: number; readonly moments: Weights };
}

/** What the tensors of a backend take, whoever made them. */
export interface BackendMemory {
  readonly tensors: number;
  readonly bytes: number;
}

/** What an engine keeps beside the tensors of its backend; not what an answer takes while it is made. */
export interface EngineMemory {
  /** In JavaScript's memory. */
  readonly hostBytes: number;
  /**
   * In buffers on the device. What engines share is counted with the one that has had it longest: all
   * their numbers add up to what there is. 0 once it is disposed.
   */
  readonly deviceBytes: number;
}

/** Where a number stopped being one. */
export interface NonFinite {
  /** The part of the loss, or its gradient where the loss itself is still a number. */
  readonly term: "reconstruction" | "kl" | "gradient";
  /** The first layer, in the order of the pass, with a value that is no number; null where none has. */
  readonly layer: string | null;
}

/**
 * The other way to give an engine its batches: as bytes that it keeps, and indices into them. It makes
 * of them what a `TrainingBatch` would hold, ε and dropout's noise from the same places of the same
 * streams, so the curve is the same to rounding.
 */
export interface Feed {
  /** Steps that it sends off together, at most. */
  readonly room: number;
  /** Queues the run's step `step` (from 0) on the images `indices`, all of them here. */
  step(step: number, indices: Uint32Array, settings: StepSettings): void;
  /** Sends off what is queued. Whatever asks the engine something does so too. */
  submit(): void;
}

export interface Engine extends EngineMemory, Disposable {
  /** What it is, and why it and not the other. */
  readonly report: EngineReport;
  readonly parameters: readonly ParameterSpec[];
  /** Whether a step with `settings` can be taken at once. A fresh engine is ready for its optimiser's. */
  isReady(settings: StepSettings): boolean;
  /**
   * Makes it ready for steps with `settings`. Needs no place in the queue: whatever else is asked of it
   * may be asked meanwhile. Rejects with why it cannot be; it is as it was then.
   */
  prepare(settings: StepSettings): Promise<void>;
  /** Enqueues one optimiser step, which it is ready for. Terms are read later, so a GPU is never waited for. */
  step(batch: TrainingBatch, settings: StepSettings): void;
  /**
   * Lets it make its batches itself, which takes the place of the feed before; its own to free. Null
   * where each must be given.
   */
  readonly openFeed: ((plan: FeedPlan) => Promise<Feed>) | null;
  /** The terms of every step since the last call, oldest first. */
  readTerms(): Promise<readonly StepTerms[]>;
  encode(images: Float32Array, count: number, labels: Labels): Promise<EncodedImages>;
  /** p of each z; `raw` gives the network's output. [count × D] */
  decode(
    z: Float32Array,
    count: number,
    labels: Labels,
    options?: { raw?: boolean },
  ): Promise<Float32Array>;
  /** Encode, sample z = μ + σ·ε (μ for an autoencoder), decode, score. Nothing is learnt. */
  score(batch: ScoreBatch): Promise<ImageTerms>;
  /** `reconstruction` of `ImageTerms` for z as given: row i of z against row i of targets. [count] */
  scoreLatents(
    z: Float32Array,
    targets: Float32Array,
    count: number,
    labels: Labels,
  ): Promise<Float32Array>;
  /** Loss and gradients of a batch in training mode, without an update of anything. */
  probe(batch: TrainingBatch, settings: StepSettings): Promise<Probe>;
  /** What in this batch's step is not a number; null where all is sound. Changes nothing. */
  locate(batch: TrainingBatch, settings: StepSettings): Promise<NonFinite | null>;
  exportState(): Promise<EngineState>;
  /** @throws EngineError "weights-invalid" when a name or shape does not fit; nothing is changed then. */
  importState(state: EngineState): void;
  /** Kernel dispatches of the last step, where the backend can count them. */
  readonly dispatchesPerStep: number | null;
}
