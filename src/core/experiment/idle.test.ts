import { expect, it } from "vitest";
import { idleBecause, isIdle } from "#/core/experiment/idle.ts";
import { presetConfig } from "#/core/experiment/presets.ts";

it("names the choice that makes a field do nothing", () => {
  const first = presetConfig("mnist-dense-2");
  expect(idleBecause("objective.noise", first)).toBe("objective.likelihood");
  expect(idleBecause("objective.guard", first)).toBe("objective.sigmoid");
  expect(idleBecause("training.patience", first)).toBe("training.validation");
  expect(isIdle("objective.beta", first)).toBe(false);
});

it("wakes it with the choice", () => {
  expect(isIdle("training.patience", presetConfig("mnist-conv-2d"))).toBe(false);
  expect(isIdle("objective.guardEpsilon", presetConfig("mnist-sigmoid-a"))).toBe(false);
  expect(isIdle("objective.guardEpsilon", presetConfig("mnist-dense-20"))).toBe(true);
  expect(isIdle("objective.beta", presetConfig("fashion-ae-20"))).toBe(true);
});
