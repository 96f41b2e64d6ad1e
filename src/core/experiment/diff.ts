/**
 * What differs between two experiments, as data a sentence can be made of ("latent 2 → 8;
 * ReLU → SiLU"), and which of it a running model takes up at once.
 */
import type { Block } from "#/core/model/spec.ts";
import { blockParts } from "#/core/experiment/blockFields.ts";
import { formatBlock } from "#/core/experiment/blockText.ts";
import {
  type ExperimentConfig,
  type LiveField,
  type LiveValue,
  liveFields,
} from "#/core/experiment/config.ts";
import { type FieldPath, fieldAt, fieldPaths, fields } from "#/core/experiment/fields.ts";
import { isIdle } from "#/core/experiment/idle.ts";

export type ChangeValue = string | number | boolean | null;

export type Change =
  | {
      readonly kind: "field";
      readonly path: Exclude<FieldPath, "model.encoder" | "model.decoder">;
      readonly from: ChangeValue;
      readonly to: ChangeValue;
    }
  /** One part of a block ("units", "activation"), the same on one or more blocks. */
  | {
      readonly kind: "part";
      readonly path: "model.encoder" | "model.decoder";
      readonly part: string;
      readonly from: ChangeValue;
      readonly to: ChangeValue;
      /** Blocks that changed so, counted over both sides. */
      readonly count: number;
    }
  /** A whole block added (`from` null), removed (`to` null) or replaced. */
  | {
      readonly kind: "block";
      readonly path: "model.encoder" | "model.decoder";
      readonly from: Block | null;
      readonly to: Block | null;
    };

export interface LiveEdit {
  readonly field: LiveField;
  readonly value: LiveValue;
}

/** In the order of `fieldPaths`. Empty when the two are the same experiment. */
export function describeDifference(a: ExperimentConfig, b: ExperimentConfig): readonly Change[] {
  const changes: Change[] = [];
  for (const path of fieldPaths) {
    if (path === "model.encoder" || path === "model.decoder") {
      const field = fields[path];
      for (const change of blockChanges(path, field.read(a), field.read(b))) add(changes, change);
      continue;
    }
    const field = fieldAt(path);
    if (field.kind === "blocks") continue;
    const [from, to] = [field.read(a), field.read(b)];
    if (from !== to) changes.push({ kind: "field", path, from, to });
  }
  return changes;
}

/**
 * The differences that a reader must know of: none of a field that does nothing in either of the two,
 * nor of ε₀ where one of them has no guard, which the guard itself says.
 */
export function tellingDifference(a: ExperimentConfig, b: ExperimentConfig): readonly Change[] {
  return describeDifference(a, b).filter(({ path }) => {
    const [before, after] = [isIdle(path, a), isIdle(path, b)];
    return path === "objective.guardEpsilon" ? !before && !after : !before || !after;
  });
}

/** Edits that apply to the running model now, and the changes that wait for a restart. */
export function splitChanges(
  a: ExperimentConfig,
  b: ExperimentConfig,
): { readonly live: readonly LiveEdit[]; readonly restart: readonly Change[] } {
  const live = liveFields
    .filter((field) => fields[field].read(a) !== fields[field].read(b))
    .map((field) => ({ field, value: fields[field].read(b) }));
  const restart = describeDifference(a, b).filter(
    (change) => !liveFields.some((field) => field === change.path),
  );
  return { live, restart };
}

/** A mirrored edit changes both sides alike: counted as one change. */
function add(changes: Change[], change: Change): void {
  const at = changes.findIndex((earlier) => isSameEdit(earlier, change));
  const same = changes[at];
  if (same === undefined) changes.push(change);
  else if (same.kind === "part") changes[at] = { ...same, count: same.count + 1 };
}

function isSameEdit(a: Change, b: Change): boolean {
  if (a.kind === "part" && b.kind === "part") {
    return a.part === b.part && a.from === b.from && a.to === b.to;
  }
  // Two equal blocks on one side are two changes; one on each side is one, mirrored.
  if (a.kind !== "block" || b.kind !== "block" || a.path === b.path) return false;
  return isSameBlock(a.from, b.from) && isSameBlock(a.to, b.to);
}

function isSameBlock(a: Block | null, b: Block | null): boolean {
  return a === null || b === null ? a === b : formatBlock(a) === formatBlock(b);
}

function blockChanges(
  path: "model.encoder" | "model.decoder",
  a: readonly Block[],
  b: readonly Block[],
): Change[] {
  const head = commonLength(a, b);
  const tail = commonLength(a.slice(head).reverse(), b.slice(head).reverse());
  const before = a.slice(head, a.length - tail);
  const after = b.slice(head, b.length - tail);
  const changes: Change[] = [];
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    changes.push(...pairChanges(path, before[i], after[i]));
  }
  return changes;
}

function pairChanges(
  path: "model.encoder" | "model.decoder",
  from: Block | undefined,
  to: Block | undefined,
): Change[] {
  if (from === undefined || to === undefined || from.kind !== to.kind) {
    return [{ kind: "block", path, from: from ?? null, to: to ?? null }];
  }
  const [old, now] = [partValues(from), partValues(to)];
  return Object.keys(old)
    .filter((part) => old[part] !== now[part])
    .map((part) => ({
      kind: "part",
      path,
      part,
      from: old[part] ?? null,
      to: now[part] ?? null,
      count: 1,
    }));
}

function partValues(block: Block): Readonly<Record<string, string | number>> {
  const values: Record<string, string | number> = { activation: block.activation };
  const all = new Map<string, unknown>(Object.entries(block));
  for (const part of blockParts[block.kind]) {
    const value = all.get(part);
    if (typeof value === "number") values[part] = value;
  }
  const { batchNorm: norm, dropout = 0 } = block;
  values["batchNorm"] = norm === undefined ? "none" : `${norm.momentum}/${norm.epsilon}`;
  values["dropout"] = dropout;
  if (block.kind === "conv" || block.kind === "convTranspose") {
    values["padding"] = block.padding ?? "same";
  }
  return values;
}

function commonLength(a: readonly Block[], b: readonly Block[]): number {
  let length = 0;
  for (const block of a) {
    const other = b[length];
    if (other === undefined || formatBlock(block) !== formatBlock(other)) break;
    length++;
  }
  return length;
}
