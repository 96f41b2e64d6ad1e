/** Sizes and words of the drawn model: pure geometry, no components. CSS pixels. */
import type { LayerShape } from "#/core/model/resolved.ts";
import type { Block } from "#/core/model/spec.ts";
import { unitsOf } from "#/features/setup/model/blockEdits.ts";

export const drawingWidth = 264;
const narrowest = 128;
const widest = 232;

/** A block's width: linear in log₂ of its units, from 1 to 8192. */
export function blockWidth(units: number): number {
  const share = Math.log2(Math.max(1, units)) / 13;
  return Math.round(narrowest + (widest - narrowest) * Math.min(1, share));
}

/** The same in the 56 px rail. */
export function railWidth(units: number): number {
  const share = Math.log2(Math.max(1, units)) / 13;
  return Math.round(10 + 30 * Math.min(1, share));
}

export function widthOf(block: Block): number {
  return blockWidth(
    block.kind === "denseToMap" ? block.height * block.width * block.channels : unitsOf(block),
  );
}

/** "28×28×1" or "400". */
export function shapeText(shape: LayerShape): string {
  return shape.join("×");
}

/** The numbers of what a block has besides, as signs that need no translation. */
export interface BlockMarks {
  readonly batchNorm: boolean;
  /** ".25"; null without. */
  readonly dropout: string | null;
  readonly valid: boolean;
}

export function marksOf(block: Block): BlockMarks {
  const { batchNorm, dropout = 0 } = block;
  return {
    batchNorm: batchNorm !== undefined,
    dropout: dropout === 0 ? null : String(dropout).replace(/^0\./, "."),
    valid: "padding" in block && block.padding === "valid",
  };
}

/** A large count with an SI prefix, three digits: "1.93 G". */
export function countText(count: number): string {
  let value = count;
  let prefix = "";
  for (const next of ["k", "M", "G", "T", "P"]) {
    if (value < 999.5) break;
    value /= 1000;
    prefix = ` ${next}`;
  }
  return `${String(Number(value.toPrecision(3)))}${prefix}`;
}
