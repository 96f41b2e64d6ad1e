/**
 * One layer forward and backward: label, kernel and bias, batch normalisation, activation, dropout,
 * each where the layer has it. Called inside a scope.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { activate, activationRules, type ActivationRule } from "#/engine/reference/activations.ts";
import {
  normaliseBackward,
  normaliseBatch,
  normaliseRunning,
  type Normalised,
} from "#/engine/reference/layers/batchNorm.ts";
import { columnSums } from "#/engine/reference/layers/columnSums.ts";
import { convOps } from "#/engine/reference/layers/conv.ts";
import { convTransposeOps } from "#/engine/reference/layers/convTranspose.ts";
import { denseOps } from "#/engine/reference/layers/dense.ts";
import { dropoutFactors } from "#/engine/reference/layers/dropout.ts";
import { cutLabels, joinLabels } from "#/engine/reference/layers/joinLabels.ts";
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { inColumns } from "#/engine/reference/layers/maps.ts";
import type { PassMode } from "#/engine/reference/mode.ts";
import { layerTensors, normTensors, type TensorsByName } from "#/engine/reference/weights.ts";
import { mul, zerosLike, type Tensor } from "#/engine/tf.ts";

const layerOps = {
  dense: denseOps,
  conv: convOps,
  convTranspose: convTransposeOps,
} as const satisfies Record<ResolvedLayer["op"], LayerOps>;

/** One layer as it ran. [batch × in] and [batch × out] */
export interface LayerPass {
  readonly layer: ResolvedLayer;
  /** What the kernel read, the joined label included. */
  readonly input: Tensor;
  /** Null without batch normalisation, or where running statistics were used. */
  readonly normalised: Normalised | null;
  /** Before the part of the activation that no kernel fuses. */
  readonly fused: Tensor;
  readonly activated: Tensor;
  /** What dropout multiplied by; null where nothing was dropped. */
  readonly kept: Tensor | null;
  readonly output: Tensor;
}

/** What the layers of one pass share. */
export interface PassContext {
  readonly vae: ResolvedVae;
  readonly weights: TensorsByName;
  readonly mode: PassMode;
  /** [batch × classes]; null without a condition. */
  readonly labels: Tensor | null;
}

export function runLayer(context: PassContext, layer: ResolvedLayer, x: Tensor): LayerPass {
  const input = joinLabels(layer, x, context.labels);
  const passed = { layer, input, ...activeSums(context, layer, input) };
  const { dropout, training } = context.mode;
  if (layer.dropout === 0 || !training || dropout === null) {
    return { ...passed, kept: null, output: passed.activated };
  }
  const kept = dropoutFactors(context.vae, layer, dropout);
  return { ...passed, kept, output: mul(passed.activated, kept) };
}

/** The weighted sums, normalised where the layer says so, and activated. */
function activeSums({ weights, mode }: PassContext, layer: ResolvedLayer, input: Tensor) {
  const rule: ActivationRule = activationRules[layer.activation];
  const tensors = layerTensors(weights, layer);
  const { forward } = layerOps[layer.op];
  if (layer.batchNorm === null) {
    const fused = forward(layer, tensors, input, rule.fused);
    return { normalised: null, fused, activated: rule.apply(fused) };
  }
  const sums = forward(layer, tensors, input, "linear");
  const norm = normTensors(weights, layer);
  if (!mode.training) {
    const fused = normaliseRunning(layer.batchNorm, norm, sums);
    return { normalised: null, fused, activated: activate(rule, fused) };
  }
  const normalised = normaliseBatch(layer.batchNorm, norm, sums);
  const { output: fused } = normalised;
  return { normalised, fused, activated: activate(rule, fused) };
}

/**
 * Fills `into` for the layer's parameters, summed over the batch, from ∂L/∂output.
 * @returns ∂L/∂(weighted sums), for `inputBackward`.
 */
export function sumsBackward(
  pass: LayerPass,
  weights: TensorsByName,
  dOutput: Tensor,
  into: Record<string, Tensor>,
): Tensor {
  const { layer, kept, normalised } = pass;
  const rule: ActivationRule = activationRules[layer.activation];
  const dActivated = kept === null ? dOutput : mul(dOutput, kept);
  const dFused = rule.gradient(dActivated, pass.activated, pass.fused);
  const { bias } = layerTensors(weights, layer);
  if (normalised === null) {
    into[`${layer.name}/kernel`] = layerOps[layer.op].kernelGradient(layer, pass.input, dFused);
    into[`${layer.name}/bias`] = columnSums(inColumns(dFused, bias.size));
    return dFused;
  }
  const { scale } = normTensors(weights, layer);
  const d = normaliseBackward(normalised, scale, dFused);
  into[`${layer.name}/kernel`] = layerOps[layer.op].kernelGradient(layer, pass.input, d.sums);
  // The mean takes a constant of its own channel away again: exactly 0, and rounding if worked out.
  const constant = bias.size === scale.size;
  into[`${layer.name}/bias`] = constant
    ? zerosLike(bias)
    : columnSums(inColumns(d.sums, bias.size));
  into[`${layer.name}/scale`] = d.scale;
  into[`${layer.name}/shift`] = d.shift;
  return d.sums;
}

/** ∂L/∂x, without a joined label's part. */
export function inputBackward({ layer }: LayerPass, weights: TensorsByName, dSums: Tensor): Tensor {
  const { kernel } = layerTensors(weights, layer);
  return cutLabels(layer, layerOps[layer.op].inputGradient(layer, kernel, dSums));
}
