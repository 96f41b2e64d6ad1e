/**
 * The model editor's state: which part is open, which edit was refused and why. The model itself is
 * the draft in the store; an edit that cannot be built leaves it as it was.
 */
import { useState } from "react";
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import type { Block, ImageShape } from "#/core/model/spec.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import {
  type Side,
  candidates,
  insertBlock,
  moveBlock,
  removeBlock,
  replaceBlock,
} from "#/features/setup/model/blockEdits.ts";
import { mirrorDecoder } from "#/features/setup/model/mirror.ts";
import { isMirrored } from "#/features/setup/model/sizes.ts";
import type { Refusal } from "#/features/setup/fields/useField.ts";
import { useDraftImage } from "#/features/setup/draft.ts";

/** A part of the drawing: "encoder/0", "latent", "mirror". */
export type PartId = string;

export interface ModelEdit {
  readonly draft: ExperimentConfig;
  /** The image as the network sees it; null until the manifest is here. */
  readonly image: ImageShape | null;
  readonly open: PartId | null;
  readonly problem: (Refusal & { readonly at: PartId }) | null;
  readonly mirrored: boolean;
  setOpen(part: PartId | null): void;
  setMirrored(on: boolean): void;
  /** False when nothing fits there. */
  insert(side: Side, at: number): boolean;
  remove(side: Side, at: number): boolean;
  move(side: Side, from: number, to: number): boolean;
  replace(side: Side, at: number, block: Block): Fault | null;
  /** As `replace`, with a refusal shown at the block. */
  choose(side: Side, at: number, block: Block): void;
  /** The refused edit was mended and made, or is given up. */
  forget(): void;
}

const selectDraft = (state: AppState) => state.draft;
const selectEdit = (state: AppState) => state.edit;

export function useModelEdit(): ModelEdit {
  const draft = useAppState(selectDraft);
  const image = useDraftImage();
  const edit = useAppState(selectEdit);
  const [open, setOpen] = useState<PartId | null>(null);
  const [problem, setProblem] = useState<ModelEdit["problem"]>(null);
  const [wantsMirror, setWantsMirror] = useState(true);
  const mirrored = wantsMirror && image !== null && isMirrored(draft.model, image);

  const patchFor = (side: Side, blocks: readonly Block[]): ExperimentPatch => {
    if (side === "decoder") return { model: { decoder: blocks } };
    if (!mirrored) return { model: { encoder: blocks } };
    return { model: { encoder: blocks, decoder: mirrorDecoder(blocks, image) } };
  };
  const attempt = (at: PartId, patch: ExperimentPatch): Fault | null => {
    const fault = edit(patch);
    setProblem(fault === null ? null : { at, fault, patch });
    return fault;
  };

  return {
    draft,
    image,
    open,
    problem,
    mirrored,
    setOpen(part) {
      setOpen(part);
      setProblem(null);
    },
    setMirrored(on) {
      if (on && image !== null) {
        const decoder = mirrorDecoder(draft.model.encoder, image);
        if (attempt("mirror", { model: { decoder } }) !== null) return;
      }
      setWantsMirror(on);
    },
    insert(side, at) {
      const blocks = draft.model[side];
      // A refused edit changes nothing, so the likeliest block that fits is simply the first taken.
      const taken = candidates(side, blocks[at - 1], blocks[at]).some(
        (block) =>
          attempt(`${side}+${String(at)}`, patchFor(side, insertBlock(blocks, at, block))) === null,
      );
      if (taken) setOpen(`${side}/${String(at)}`);
      return taken;
    },
    remove(side, at) {
      const id = `${side}/${String(at)}`;
      const fault = attempt(id, patchFor(side, removeBlock(draft.model[side], at)));
      if (fault === null) setOpen(null);
      return fault === null;
    },
    move(side, from, to) {
      const blocks = draft.model[side];
      const moved = moveBlock(blocks, from, to);
      if (moved === blocks) return false;
      if (attempt(`${side}/${String(from)}`, patchFor(side, moved)) !== null) return false;
      if (open === `${side}/${String(from)}`) setOpen(`${side}/${String(to)}`);
      return true;
    },
    replace(side, at, block) {
      setProblem(null);
      return edit(patchFor(side, replaceBlock(draft.model[side], at, block)));
    },
    choose(side, at, block) {
      const patch = patchFor(side, replaceBlock(draft.model[side], at, block));
      attempt(`${side}/${String(at)}`, patch);
    },
    forget() {
      setProblem(null);
    },
  };
}
