import { describe, expect, it } from "vitest";
import type { Block } from "#/core/model/spec.ts";
import { blockKinds } from "#/core/experiment/blockFields.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import {
  asKind,
  candidates,
  dropIndex,
  insertBlock,
  moveBlock,
  removeBlock,
  withNumber,
} from "#/features/setup/model/blockEdits.ts";

const dense = (units: number): Block => ({ kind: "dense", units, activation: "relu" });
const conv: Block = { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: "elu" };
const map: Block = { kind: "denseToMap", height: 7, width: 7, channels: 64, activation: "relu" };
const three = [dense(1), dense(2), dense(3)];

describe("lists", () => {
  it("inserts, removes and moves without touching the old list", () => {
    expect(insertBlock(three, 3, dense(4))).toEqual([...three, dense(4)]);
    expect(removeBlock(three, 0)).toEqual([dense(2), dense(3)]);
    expect(moveBlock(three, 0, 2)).toEqual([dense(2), dense(3), dense(1)]);
    expect(moveBlock(three, 2, 1)).toEqual([dense(1), dense(3), dense(2)]);
    expect(three).toEqual([dense(1), dense(2), dense(3)]);
  });

  it("leaves the list alone at its ends", () => {
    expect(moveBlock(three, 0, -1)).toBe(three);
    expect(moveBlock(three, 2, 3)).toBe(three);
  });
});

describe("blocks", () => {
  it("changes the numbers a block has, and no others", () => {
    expect(withNumber(dense(4), "units", 9)).toEqual(dense(9));
    expect(withNumber(dense(4), "stride", 2)).toEqual(dense(4));
  });

  it("turns any kind into any other within the limits", () => {
    const base = presetConfig("mnist-dense-2");
    for (const block of [dense(8192), conv, map]) {
      for (const kind of blockKinds) {
        const turned = asKind(block, kind, [7, 7]);
        expect(turned.kind).toBe(kind);
        expect(turned.activation).toBe(block.activation);
        expect(applyPatch(base, { model: { decoder: [turned] } }).ok).toBe(true);
      }
    }
  });

  it("offers a block like its neighbours first, keeping sizes", () => {
    expect(candidates("encoder", undefined, conv)[0]).toEqual({ ...conv, stride: 1 });
    expect(candidates("decoder", dense(7), map)[0]).toEqual(dense(7));
    expect(candidates("encoder", undefined, undefined)[0]).toEqual(dense(128));
  });
});

describe("dropIndex", () => {
  const middles = [100, 160, 220];
  it.each([
    [0, 90, 0],
    [0, 150, 0],
    [0, 170, 1],
    [0, 900, 2],
    [2, 40, 0],
    [2, 130, 1],
    [1, 160, 1],
  ])("block %d at %d px lands at %d", (from, y, to) => {
    expect(dropIndex(middles, from, y)).toBe(to);
  });
});
