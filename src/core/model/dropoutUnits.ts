/** How much noise dropout needs, and whose each part of it is: layers in order, encoder first. */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";

/** Values per image for these layers. */
export function dropoutUnits(layers: readonly ResolvedLayer[]): number {
  return layers.reduce((sum, layer) => sum + (layer.dropout > 0 ? shapeSize(layer.output) : 0), 0);
}

/** Values per image of the layers that come before this one. */
export function dropoutUnitsBefore(
  { encoder, decoder }: Pick<ResolvedVae, "encoder" | "decoder">,
  { name }: ResolvedLayer,
): number {
  const layers = [...encoder, ...decoder];
  const index = layers.findIndex((layer) => layer.name === name);
  if (index < 0) throw new Error(`${name} is no hidden layer`);
  return dropoutUnits(layers.slice(0, index));
}
