/** A `VaeSpec` with every shape known: what an engine builds and what the drawing shows. */
import type { Activation, ImageShape } from "#/core/model/spec.ts";

/** `[units]` or `[height, width, channels]`, without the batch. */
export type LayerShape = readonly [number] | ImageShape;

export interface ResolvedLayer {
  /** `encoder/0`, `mean`, `logVariance`, `decoder/0`, `output`. Weights add `/kernel`, `/bias`. */
  readonly name: string;
  readonly op: "dense" | "conv" | "convTranspose";
  readonly input: LayerShape;
  readonly output: LayerShape;
  /** Dense [in, out]; conv [k, k, in, out]; transposed conv [k, k, out, in] (TensorFlow's order). */
  readonly kernelShape: readonly number[];
  /** 1 for dense layers. */
  readonly stride: number;
  readonly activation: Activation;
}

export interface ParameterSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly role: "kernel" | "bias";
}

export interface ResolvedVae {
  readonly image: ImageShape;
  /** Pixels times channels. */
  readonly pixels: number;
  readonly latent: number;
  readonly encoder: readonly ResolvedLayer[];
  readonly mean: ResolvedLayer;
  readonly logVariance: ResolvedLayer;
  readonly decoder: readonly ResolvedLayer[];
  readonly output: ResolvedLayer;
  /** In order: encoder, mean, logVariance, decoder, output; each kernel, then bias. */
  readonly parameters: readonly ParameterSpec[];
  readonly parameterCount: number;
}
