/**
 * The forward pass: layers in order, keeping what the backward pass will ask for. Called inside a
 * scope.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { activationRules, type ActivationRule } from "#/engine/reference/activations.ts";
import { convOps } from "#/engine/reference/layers/conv.ts";
import { convTransposeOps } from "#/engine/reference/layers/convTranspose.ts";
import { denseOps } from "#/engine/reference/layers/dense.ts";
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { layerTensors, type TensorsByName } from "#/engine/reference/weights.ts";
import { add, exp, mul, type Tensor } from "#/engine/tf.ts";

export const layerOps = {
  dense: denseOps,
  conv: convOps,
  convTranspose: convTransposeOps,
} as const satisfies Record<ResolvedLayer["op"], LayerOps>;

/** One layer as it ran. */
export interface LayerPass {
  readonly layer: ResolvedLayer;
  readonly input: Tensor;
  /** Before the part of the activation that no kernel fuses. */
  readonly fused: Tensor;
  readonly output: Tensor;
}

export interface Encoded {
  readonly passes: readonly LayerPass[];
  readonly mean: LayerPass;
  readonly logVariance: LayerPass;
}

export interface Sampled {
  /** z = μ + σ·ε [batch × latent] */
  readonly z: Tensor;
  /** σ·ε */
  readonly noise: Tensor;
}

export interface Decoded {
  readonly passes: readonly LayerPass[];
  /** Logits are its output. */
  readonly output: LayerPass;
}

export function encodeForward(vae: ResolvedVae, weights: TensorsByName, images: Tensor): Encoded {
  const passes = runLayers(vae.encoder, weights, images);
  const features = passes.at(-1)?.output ?? images;
  return {
    passes,
    mean: runLayer(vae.mean, weights, features),
    logVariance: runLayer(vae.logVariance, weights, features),
  };
}

/** Kingma & Welling, 2014, section 2.4, with σ = e^(λ/2). */
export function reparameterise(mean: Tensor, logVariance: Tensor, epsilon: Tensor): Sampled {
  const noise = mul(exp(mul(logVariance, 0.5)), epsilon);
  return { z: add(mean, noise), noise };
}

export function decodeForward(vae: ResolvedVae, weights: TensorsByName, z: Tensor): Decoded {
  const passes = runLayers(vae.decoder, weights, z);
  const features = passes.at(-1)?.output ?? z;
  return { passes, output: runLayer(vae.output, weights, features) };
}

function runLayers(
  layers: readonly ResolvedLayer[],
  weights: TensorsByName,
  input: Tensor,
): readonly LayerPass[] {
  const passes: LayerPass[] = [];
  let x = input;
  for (const layer of layers) {
    const pass = runLayer(layer, weights, x);
    passes.push(pass);
    x = pass.output;
  }
  return passes;
}

function runLayer(layer: ResolvedLayer, weights: TensorsByName, input: Tensor): LayerPass {
  const rule: ActivationRule = activationRules[layer.activation];
  const tensors = layerTensors(weights, layer);
  const fused = layerOps[layer.op].forward(layer, tensors, input, rule.fused);
  return { layer, input, fused, output: rule.apply(fused) };
}
