/**
 * The engine contract: one VAE that can be trained and asked. The reference implementation runs on
 * every tfjs backend; the host cannot tell which one it holds. All methods are called through one
 * serial queue (tfjs scopes are one global stack). Arrays are row-major, images channels last in
 * [0, 1]; arguments are borrowed for the call, results are owned by the caller.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import type { LossTerms, Weights } from "#/core/training/terms.ts";

/** `count` images [count × D] with their noise ε ~ N(0, 1) [count × latent]. */
export interface TrainingBatch {
  readonly count: number;
  readonly images: Float32Array;
  readonly epsilon: Float32Array;
}

/** What may change from step to step without rebuilding. */
export interface StepSettings {
  readonly beta: number;
  readonly learningRate: number;
}

export interface EncodedImages {
  /** μ [count × latent]. */
  readonly mean: Float32Array;
  /** log σ² [count × latent]. */
  readonly logVariance: Float32Array;
}

/** Forward terms of single images, nats. */
export interface ImageTerms extends EncodedImages {
  /** −log p(x|z), [count]. */
  readonly reconstruction: Float32Array;
  /** KL(q‖p) per image and dimension, [count × latent]. */
  readonly klPerDimension: Float32Array;
  /** Decoder mean (sigmoid of the logits), [count × D]. */
  readonly output: Float32Array;
}

export interface Probe {
  readonly loss: LossTerms;
  /** Batch mean, [latent]. */
  readonly klPerDimension: Float32Array;
  readonly gradients: Weights;
}

/** Weights and optimiser moments, enough to go on exactly. Moments may be missing (fresh optimiser). */
export interface EngineState {
  readonly weights: Weights;
  readonly optimizer: { readonly steps: number; readonly moments: Weights };
}

export interface EngineMemory {
  readonly tensors: number;
  readonly bytes: number;
}

export interface Engine extends Disposable {
  readonly kind: "compiled" | "reference";
  readonly parameters: readonly ParameterSpec[];
  /** Enqueues one optimiser step. Terms are read later, so a GPU is never waited for. */
  step(batch: TrainingBatch, settings: StepSettings): void;
  /** The terms of every step since the last call, oldest first. */
  readTerms(): Promise<readonly LossTerms[]>;
  encode(images: Float32Array, count: number): Promise<EncodedImages>;
  /** Decoder means in [0, 1]; `raw` gives the logits. [count × D] */
  decode(z: Float32Array, count: number, options?: { raw?: boolean }): Promise<Float32Array>;
  /** Encode, sample z = μ + σ·ε, decode, score. Nothing is learnt. */
  score(batch: TrainingBatch): Promise<ImageTerms>;
  /** Loss and gradients of a batch without an update. */
  probe(batch: TrainingBatch, settings: StepSettings): Promise<Probe>;
  exportState(): Promise<EngineState>;
  /** @throws EngineError "weights-invalid" when a name or shape does not fit; nothing is changed then. */
  importState(state: EngineState): void;
  memory(): EngineMemory;
  /** Kernel dispatches of the last step, where the backend can count them. */
  readonly dispatchesPerStep: number | null;
}
