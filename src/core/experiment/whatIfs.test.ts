import { describe, expect, it } from "vitest";
import { presetIds, type PresetId } from "#/core/experiment/config.ts";
import { describeDifference } from "#/core/experiment/diff.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig, presets } from "#/core/experiment/presets.ts";
import { whatIfs } from "#/core/experiment/whatIfs.ts";

const idsOf = (preset: PresetId) => whatIfs(presetConfig(preset), preset).map(({ id }) => id);

function taken(preset: PresetId, id: string) {
  const config = presetConfig(preset);
  const one = whatIfs(config, preset).find((each) => each.id === id);
  const next = applyPatch(config, one?.patch);
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
}

describe("whatIfs", () => {
  it.each(presetIds)("asks only questions of %s that change it, the same again aside", (preset) => {
    const config = presetConfig(preset);
    for (const { id, patch } of whatIfs(config, preset)) {
      const next = applyPatch(config, patch);
      if (!next.ok) throw new Error(`${id}: ${next.error.message}`);
      expect(describeDifference(config, next.value).length > 0, id).toBe(id !== "same");
    }
  });

  it("offers the two places of the sigmoid that are not there yet", () => {
    expect(idsOf("mnist-sigmoid-a")).toEqual(
      expect.arrayContaining(["sigmoidLoss", "sigmoidStable"]),
    );
    expect(idsOf("mnist-sigmoid-a")).not.toContain("sigmoidOutput");
    expect(taken("mnist-sigmoid-c", "sigmoidLoss")).toEqual(presetConfig("mnist-sigmoid-b"));
    expect(taken("mnist-sigmoid-c", "sigmoidOutput")).toEqual(presetConfig("mnist-sigmoid-a"));
    expect(taken("mnist-sigmoid-a", "sigmoidLoss")).toEqual(presetConfig("mnist-sigmoid-b"));
  });

  it("goes from a preset to its repair and back", () => {
    for (const preset of presetIds) {
      const { repairs } = presets[preset];
      if (repairs === null) continue;
      expect(taken(preset, "written")).toEqual(presetConfig(repairs));
      expect(taken(repairs, "repaired")).toEqual(presetConfig(preset));
    }
  });

  it("tells the numbers it changes", () => {
    const all = whatIfs(presetConfig("mnist-dense-2"), "mnist-dense-2");
    const valuesOf = (id: string) => all.find((one) => one.id === id)?.values;
    expect(valuesOf("latent")).toEqual({ from: 2, to: 20 });
    expect(valuesOf("beta")).toEqual({ from: 1, to: 4 });
    expect(taken("mnist-dense-2", "beta").objective.beta).toBe(4);
  });

  it("asks nothing about β of an autoencoder, but whether to sample", () => {
    expect(idsOf("fashion-ae-20")).not.toContain("beta");
    expect(idsOf("fashion-ae-20")).toContain("sampled");
  });
});
