/**
 * The backward pass, by hand: gradients of every weight from one forward pass in training mode. No
 * tape, so a backend runs the kernels it must and nothing else. Called inside a scope; gradients are
 * summed over the batch, not averaged.
 */
import type { Decoded, Encoded } from "#/engine/reference/forward.ts";
import { inputBackward, sumsBackward } from "#/engine/reference/layerPass.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import { add, type Tensor } from "#/engine/tf.ts";

type Gradients = Record<string, Tensor>;

/** Fills `into` for the decoder's layers. @returns ∂L/∂z [batch × latent] */
export function decoderBackward(
  decoded: Decoded,
  weights: TensorsByName,
  dOutput: Tensor,
  into: Gradients,
): Tensor {
  let dy = dOutput;
  for (const pass of [decoded.output, ...decoded.passes.toReversed()]) {
    dy = inputBackward(pass, weights, sumsBackward(pass, weights, dy, into));
  }
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
  const heads = [
    { pass: encoded.mean, d: sumsBackward(encoded.mean, weights, dMean, into) },
    {
      pass: encoded.logVariance,
      d: sumsBackward(encoded.logVariance, weights, dLogVariance, into),
    },
  ] as const;
  if (encoded.passes.length === 0) return;
  const [first, second] = heads;
  let dy = add(
    inputBackward(first.pass, weights, first.d),
    inputBackward(second.pass, weights, second.d),
  );
  for (const [index, pass] of [...encoded.passes.entries()].reverse()) {
    const dSums = sumsBackward(pass, weights, dy, into);
    if (index > 0) dy = inputBackward(pass, weights, dSums);
  }
}
