/**
 * The backward pass, by hand: gradients of every weight from one forward pass. No tape, so a
 * backend runs the kernels it must and nothing else. Called inside a scope; gradients are summed
 * over the batch, not averaged.
 */
import { activationRules, type ActivationRule } from "#/engine/reference/activations.ts";
import {
  layerOps,
  type Decoded,
  type Encoded,
  type LayerPass,
} from "#/engine/reference/forward.ts";
import { layerTensors, type TensorsByName } from "#/engine/reference/weights.ts";
import { add, type Tensor } from "#/engine/tf.ts";

type Gradients = Record<string, Tensor>;

/** Fills `into` for the decoder's layers. @returns ∂L/∂z */
export function decoderBackward(
  decoded: Decoded,
  weights: TensorsByName,
  dLogits: Tensor,
  into: Gradients,
): Tensor {
  let dy = layerBackward(decoded.output, weights, dLogits, into);
  for (const pass of decoded.passes.toReversed()) dy = layerBackward(pass, weights, dy, into);
  return dy;
}

/** Fills `into` for both heads and the encoder. ∂L/∂x is not computed. */
export function encoderBackward(
  encoded: Encoded,
  weights: TensorsByName,
  dMean: Tensor,
  dLogVariance: Tensor,
  into: Gradients,
): void {
  weightsBackward(encoded.mean, dMean, into);
  weightsBackward(encoded.logVariance, dLogVariance, into);
  if (encoded.passes.length === 0) return;
  let dy = add(
    inputBackward(encoded.mean, weights, dMean),
    inputBackward(encoded.logVariance, weights, dLogVariance),
  );
  for (const [index, pass] of [...encoded.passes.entries()].reverse()) {
    const dSum = activationBackward(pass, dy);
    weightsBackward(pass, dSum, into);
    if (index > 0) dy = inputBackward(pass, weights, dSum);
  }
}

function layerBackward(
  pass: LayerPass,
  weights: TensorsByName,
  dy: Tensor,
  into: Gradients,
): Tensor {
  const dSum = activationBackward(pass, dy);
  weightsBackward(pass, dSum, into);
  return inputBackward(pass, weights, dSum);
}

function activationBackward(pass: LayerPass, dy: Tensor): Tensor {
  const rule: ActivationRule = activationRules[pass.layer.activation];
  return rule.gradient(dy, pass.output, pass.fused);
}

function weightsBackward(pass: LayerPass, dSum: Tensor, into: Gradients): void {
  const { kernel, bias } = layerOps[pass.layer.op].weightGradients(pass.layer, pass.input, dSum);
  into[`${pass.layer.name}/kernel`] = kernel;
  into[`${pass.layer.name}/bias`] = bias;
}

function inputBackward(pass: LayerPass, weights: TensorsByName, dSum: Tensor): Tensor {
  const tensors = layerTensors(weights, pass.layer);
  return layerOps[pass.layer.op].inputGradient(pass.layer, tensors, dSum);
}
