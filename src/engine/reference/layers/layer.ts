/**
 * What every kind of layer can do with its kernel; normalising, activations and dropout are beside
 * it. Tensors between layers are [batch × size], maps row-major.
 */
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import type { FusedActivation } from "#/engine/reference/activations.ts";
import type { LayerTensors } from "#/engine/reference/weights.ts";
import type { Tensor } from "#/engine/tf.ts";

/** Called inside a scope; inputs are borrowed, results belong to the scope. */
export interface LayerOps {
  /** activation(K∗x + b), [batch × out]. */
  readonly forward: (
    layer: ResolvedLayer,
    weights: LayerTensors,
    x: Tensor,
    activation: FusedActivation,
  ) => Tensor;
  /** ∂L/∂K, summed over the batch, from ∂L/∂(K∗x + b). */
  readonly kernelGradient: (layer: ResolvedLayer, x: Tensor, dy: Tensor) => Tensor;
  /** ∂L/∂x, [batch × in]. */
  readonly inputGradient: (layer: ResolvedLayer, kernel: Tensor, dy: Tensor) => Tensor;
}
