import { describe, expect, it } from "vitest";
import { guideSentence, nextExperiments } from "./guide.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { applyPatch } from "#/core/experiment/parse.ts";

const first = presetConfig("mnist-dense-2");
const format = (value: number): string => String(value);
const at = { imagesSeen: 12_800, latent: 2, digits: true, touched: false, format };

describe("guideSentence", () => {
  it("counts what was seen until the plane is touched", () => {
    expect(guideSentence({ ...at, imagesSeen: 0 }).key).toBe("training.guide.untrained");
    expect(guideSentence(at)).toEqual({
      key: "training.guide.digits",
      values: { count: 12_800, shown: "12800" },
    });
    expect(guideSentence({ ...at, digits: false }).key).toBe("training.guide.images");
  });

  it("then says how many numbers make the picture", () => {
    expect(guideSentence({ ...at, touched: true }).key).toBe("training.guide.two");
    expect(guideSentence({ ...at, touched: true, latent: 20 }).values).toEqual({ count: 20 });
  });
});

describe("nextExperiments", () => {
  it("offers three changes that can each be applied", () => {
    const offers = nextExperiments(first);
    expect(offers).toHaveLength(3);
    for (const { patch } of offers) {
      const applied = applyPatch(first, patch);
      expect(applied.ok && applied.value).not.toEqual(first);
    }
  });

  it("offers the way back where a change is already in force", () => {
    const changed = applyPatch(first, {
      objective: { beta: 4 },
      model: { latent: 20 },
      optimizer: { learningRate: 0.1 },
    });
    if (!changed.ok) throw new Error(changed.error.message);
    expect(nextExperiments(changed.value).map(({ patch }) => patch)).toEqual([
      { objective: { beta: 1 } },
      { model: { latent: 2 } },
      { optimizer: { learningRate: 3e-3 } },
    ]);
  });
});
