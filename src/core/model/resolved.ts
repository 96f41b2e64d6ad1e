/** A `VaeSpec` with every shape known: what an engine builds and what the drawing shows. */
import type { Activation, BatchNorm, ImageShape, Padding } from "#/core/model/spec.ts";

/** `[units]` or `[height, width, channels]`, without the batch. */
export type LayerShape = readonly [number] | ImageShape;

export interface ResolvedLayer {
  /** `encoder/0`, `mean`, `logVariance`, `decoder/0`, `output`. Weights add `/kernel`, `/bias` … */
  readonly name: string;
  readonly op: "dense" | "conv" | "convTranspose";
  /** What the kernel reads, the joined label included. */
  readonly input: LayerShape;
  /** One-hot entries (of a vector) or constant channels (of a map) joined behind the input; 0 for none. */
  readonly joined: number;
  readonly output: LayerShape;
  /** Dense [in, out]; conv [k, k, in, out]; transposed conv [k, k, out, in] (TensorFlow's order). */
  readonly kernelShape: readonly number[];
  /** 1 for dense layers. */
  readonly stride: number;
  /** "same" for dense layers. */
  readonly padding: Padding;
  /** Between the weighted sum and the activation; null for none. */
  readonly batchNorm: BatchNorm | null;
  readonly activation: Activation;
  /** Share of the outputs dropped in training; 0 for none. */
  readonly dropout: number;
}

/**
 * `scale` (γ, starts at 1) and `shift` (β, at 0) of batch normalisation are learnt; `runningMean`
 * (0) and `runningVariance` (1) are kept beside them. `logSigma` is log σ of a learnt Gaussian
 * pixel, shape [1], named `output/logSigma`.
 */
export type ParameterRole =
  "kernel" | "bias" | "scale" | "shift" | "runningMean" | "runningVariance" | "logSigma";

export interface ParameterSpec {
  /** `<layer>/<role>`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly role: ParameterRole;
}

export interface ResolvedVae {
  readonly image: ImageShape;
  /** Pixels times channels. */
  readonly pixels: number;
  readonly latent: number;
  /** Labels a conditional model knows; 0 for an unconditional one. */
  readonly classes: number;
  readonly encoder: readonly ResolvedLayer[];
  readonly mean: ResolvedLayer;
  readonly logVariance: ResolvedLayer;
  readonly decoder: readonly ResolvedLayer[];
  readonly output: ResolvedLayer;
  /**
   * What is learnt, in order: encoder, mean, logVariance, decoder, output; each kernel, bias, scale,
   * shift; `output/logSigma` last.
   */
  readonly parameters: readonly ParameterSpec[];
  /** Running statistics of batch normalisation, in the same order: part of a state, never learnt. */
  readonly statistics: readonly ParameterSpec[];
  /** Of `parameters`. */
  readonly parameterCount: number;
  /** Outputs of all layers with dropout, per image: how much dropout noise a training batch carries. */
  readonly dropoutUnits: number;
}
