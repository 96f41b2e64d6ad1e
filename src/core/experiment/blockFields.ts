/**
 * The fields inside a block: what may be set on each kind, and within which limits. Not the blocks'
 * shapes (core/model/shapes.ts).
 */
import type { BatchNorm, Block, Padding } from "#/core/model/spec.ts";
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

/** What any block may have besides its numbers; a rate of 0 is no dropout. */
export const blockExtras = {
  dropout: { ...count, kind: "number", min: 0, max: 0.95, step: 0.05 },
  batchNormMomentum: { ...count, kind: "number", min: 0, max: 0.99999, step: 0.01 },
  batchNormEpsilon: {
    ...count,
    kind: "number",
    min: 0,
    minExcluded: true,
    max: 1,
    step: 10,
    scale: "log",
  },
} as const satisfies Record<string, NumberLimits>;

/** As Keras has it. */
export const defaultBatchNorm: BatchNorm = { momentum: 0.99, epsilon: 1e-3 };

export const paddings = ["same", "valid"] as const satisfies readonly Padding[];

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
