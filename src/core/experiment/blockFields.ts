/**
 * The fields inside a block: what may be set on each kind, and within which limits. Not the blocks'
 * shapes (core/model/shapes.ts).
 */
import type { Block } from "#/core/model/spec.ts";
import type { NumberLimits } from "#/core/experiment/field.ts";

export const blockKinds = ["dense", "denseToMap", "conv", "convTranspose"] as const;
export type BlockKind = Block["kind"];

export type BlockNumber =
  "units" | "filters" | "kernel" | "stride" | "height" | "width" | "channels";

const count = {
  kind: "integer",
  min: 1,
  minExcluded: false,
  step: 1,
  scale: "linear",
  slider: null,
  unit: null,
} as const;

export const blockNumbers = {
  units: { ...count, max: 8192 },
  filters: { ...count, max: 1024 },
  kernel: { ...count, max: 11, unit: "pixels" },
  stride: { ...count, max: 4, unit: "pixels" },
  height: { ...count, max: 256, unit: "pixels" },
  width: { ...count, max: 256, unit: "pixels" },
  channels: { ...count, max: 1024 },
} as const satisfies Record<BlockNumber, NumberLimits>;

/** The numbers of each kind, in the order they are written. */
export const blockParts = {
  dense: ["units"],
  denseToMap: ["height", "width", "channels"],
  conv: ["filters", "kernel", "stride"],
  convTranspose: ["filters", "kernel", "stride"],
} as const satisfies Record<BlockKind, readonly BlockNumber[]>;

/** Which kinds can stand on which side: an encoder does not grow maps, a decoder does not shrink them. */
export const blockKindsOf = {
  encoder: ["dense", "conv"],
  decoder: ["dense", "denseToMap", "convTranspose", "conv"],
} as const satisfies Record<"encoder" | "decoder", readonly BlockKind[]>;
