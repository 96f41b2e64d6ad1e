/**
 * Blocks as short text for links and differences: `dense:400:relu`, `map:7x7x64:relu`,
 * `conv:32:3:2:relu` (filters, kernel, stride), `convT:…` for the transpose; then, where there is
 * any, `:valid`, `:bn0.99/0.001` (momentum, ε) and `:drop0.25`; lists with commas, `none` for an
 * empty one. Ranges are parse.ts's to check.
 */
import type { Block } from "#/core/model/spec.ts";
import { readNumber } from "#/core/experiment/field.ts";

export function formatBlock(block: Block): string {
  return formatCore(block) + formatExtras(block);
}

function formatExtras(block: Block): string {
  const { batchNorm: norm, dropout = 0 } = block;
  const valid = "padding" in block && block.padding === "valid" ? ":valid" : "";
  const bn = norm === undefined ? "" : `:bn${String(norm.momentum)}/${String(norm.epsilon)}`;
  return valid + bn + (dropout === 0 ? "" : `:drop${String(dropout)}`);
}

function formatCore(block: Block): string {
  switch (block.kind) {
    case "dense":
      return `dense:${String(block.units)}:${block.activation}`;
    case "denseToMap": {
      const shape = [block.height, block.width, block.channels].join("x");
      return `map:${shape}:${block.activation}`;
    }
    case "conv":
    case "convTranspose": {
      const name = block.kind === "conv" ? "conv" : "convT";
      const { filters, kernel, stride, activation } = block;
      return [name, filters, kernel, stride, activation].join(":");
    }
  }
}

export function formatBlocks(blocks: readonly Block[]): string {
  return blocks.length === 0 ? "none" : blocks.map(formatBlock).join(",");
}

/**
 * Objects that look like blocks but are not checked: numbers may be NaN, activations unknown.
 * Null when the text has not even the form.
 */
export function readBlocks(text: string): unknown[] | null {
  if (text === "none") return [];
  const blocks = text.split(",").map(readBlock);
  return blocks.every((block) => block !== null) ? blocks : null;
}

function readBlock(text: string): object | null {
  const [kind = "", ...all] = text.trim().split(":");
  const isExtra = (part: string) => /^(valid$|bn|drop)/.test(part);
  const first = all.findIndex(isExtra);
  const core = readCore(kind, first < 0 ? all : all.slice(0, first));
  const extras = first < 0 ? [] : all.slice(first);
  if (core === null || !extras.every(isExtra)) return null;
  return extras.reduce<object>((block, extra) => ({ ...block, ...readExtra(extra) }), core);
}

function readExtra(text: string): object {
  if (text === "valid") return { padding: "valid" };
  if (text.startsWith("drop")) return { dropout: readNumber(text.slice("drop".length)) };
  const [momentum = "", epsilon = ""] = text.slice("bn".length).split("/");
  return { batchNorm: { momentum: readNumber(momentum), epsilon: readNumber(epsilon) } };
}

function readCore(kind: string, parts: readonly string[]): object | null {
  if (kind === "dense" && parts.length === 2) {
    return { kind, units: count(parts[0]), activation: parts[1] };
  }
  if (kind === "map" && parts.length === 2) {
    const sides = parts[0]?.split("x") ?? [];
    if (sides.length !== 3) return null;
    const [height, width, channels] = sides.map(count);
    return { kind: "denseToMap", height, width, channels, activation: parts[1] };
  }
  if ((kind === "conv" || kind === "convT") && parts.length === 4) {
    const [filters, kernel, stride] = parts.map(count);
    const fullKind = kind === "conv" ? "conv" : "convTranspose";
    return { kind: fullKind, filters, kernel, stride, activation: parts[3] };
  }
  return null;
}

function count(text: string | undefined): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
