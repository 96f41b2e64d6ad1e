/**
 * Edits of a list of blocks, as values. None checks that the network still fits together:
 * useModelEdit.ts does, and refuses what does not.
 */
import type { Block, Padding } from "#/core/model/spec.ts";
import {
  type BlockKind,
  type BlockNumber,
  defaultBatchNorm,
} from "#/core/experiment/blockFields.ts";

export type Side = "encoder" | "decoder";

export function insertBlock(blocks: readonly Block[], at: number, block: Block): readonly Block[] {
  return blocks.toSpliced(at, 0, block);
}

export function removeBlock(blocks: readonly Block[], at: number): readonly Block[] {
  return blocks.toSpliced(at, 1);
}

/** Moves the block at `from` so that it ends at index `to` of the new list. */
export function moveBlock(blocks: readonly Block[], from: number, to: number): readonly Block[] {
  const block = blocks[from];
  if (block === undefined || to < 0 || to >= blocks.length) return blocks;
  return blocks.toSpliced(from, 1).toSpliced(to, 0, block);
}

export function replaceBlock(blocks: readonly Block[], at: number, block: Block): readonly Block[] {
  return blocks.with(at, block);
}

/** `block` with one of its numbers changed; unchanged when its kind has no such number. */
export function withNumber(block: Block, part: BlockNumber, value: number): Block {
  return part in block ? { ...block, [part]: value } : block;
}

/** One of a block's numbers; NaN when its kind has no such number. */
export function numberOf(block: Block, part: BlockNumber): number {
  const value: unknown = new Map<string, unknown>(Object.entries(block)).get(part);
  return typeof value === "number" ? value : Number.NaN;
}

/** Width of a block: units of a dense layer, channels of a map. */
export function unitsOf(block: Block): number {
  switch (block.kind) {
    case "dense":
      return block.units;
    case "denseToMap":
      return block.channels;
    case "conv":
    case "convTranspose":
      return block.filters;
  }
}

/** The block without, or with, batch normalisation as Keras has it. */
export function withBatchNorm(block: Block, on: boolean): Block {
  const { batchNorm, ...without } = block;
  return on ? { ...without, batchNorm: batchNorm ?? defaultBatchNorm } : without;
}

/** A rate of 0 is no dropout. */
export function withDropout(block: Block, rate: number): Block {
  const without = { ...block };
  delete without.dropout;
  return rate === 0 ? without : { ...without, dropout: rate };
}

/** "same" is what a convolution has that says nothing. */
export function withPadding(block: Block, padding: Padding): Block {
  if (block.kind !== "conv" && block.kind !== "convTranspose") return block;
  const without = { ...block };
  delete without.padding;
  return padding === "same" ? without : { ...without, padding };
}

/** The same block as another kind: width, activation and extras kept, the rest as usual for that kind. */
export function asKind(block: Block, kind: BlockKind, map: readonly [number, number]): Block {
  if (block.kind === kind) return block;
  const { batchNorm, dropout } = block;
  const kept = {
    activation: block.activation,
    ...(batchNorm !== undefined && { batchNorm }),
    ...(dropout !== undefined && { dropout }),
  };
  const units = unitsOf(block);
  switch (kind) {
    case "dense":
      return { kind, units: Math.min(units, 8192), ...kept };
    case "denseToMap":
      return { kind, height: map[0], width: map[1], channels: Math.min(units, 64), ...kept };
    case "conv":
    case "convTranspose": {
      const was = block.kind === "conv" || block.kind === "convTranspose" ? block : null;
      const filters = Math.min(units, was === null ? 32 : 1024);
      return { kind, filters, kernel: was?.kernel ?? 3, stride: was?.stride ?? 2, ...kept };
    }
  }
}

/**
 * Blocks that may be put at an edge, the likeliest first: like its neighbours (convolutions with
 * stride 1, so that nothing after them changes size), then the plain ones.
 */
export function candidates(side: Side, before: Block | undefined, after: Block | undefined) {
  const nearest = side === "encoder" ? [after, before] : [before, after];
  const alike = nearest
    .filter((block): block is Block => block !== undefined && block.kind !== "denseToMap")
    .map((block): Block => ("stride" in block ? { ...block, stride: 1 } : block));
  const plain: readonly Block[] = [
    { kind: "dense", units: 128, activation: "relu" },
    { kind: "conv", filters: 32, kernel: 3, stride: 1, activation: "relu" },
  ];
  return [...alike, ...plain];
}

/** Where a block dragged to height `y` lands, given the middles of its side's blocks, top down. */
export function dropIndex(middles: readonly number[], from: number, y: number): number {
  const others = middles.filter((_, i) => i !== from);
  const above = others.filter((middle) => middle < y).length;
  return Math.min(above, middles.length - 1);
}
