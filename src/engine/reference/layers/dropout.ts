/** Dropout (Srivastava et al., 2014), inverted: what is kept is scaled, so that scoring needs nothing. */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { dropoutUnitsBefore } from "#/core/model/dropoutUnits.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { cast, greaterEqual, mul, reshape, slice, type Tensor } from "#/engine/tf.ts";

/**
 * What a layer's outputs are multiplied by: 1/(1 − rate) where its noise reaches the rate, else 0
 * [batch × out]. `noise` is that of all layers, one after the other.
 */
export function dropoutFactors(vae: ResolvedVae, layer: ResolvedLayer, noise: Tensor): Tensor {
  const count = noise.size / vae.dropoutUnits;
  const outputs = shapeSize(layer.output);
  const before = count * dropoutUnitsBefore(vae, layer);
  const own = slice(reshape(noise, [noise.size]), before, count * outputs);
  const kept = cast(greaterEqual(own, layer.dropout), "float32");
  return reshape(mul(kept, 1 / (1 - layer.dropout)), [count, outputs]);
}
