import { expect, it } from "vitest";
import { recordLive, configAtStep } from "#/core/experiment/live.ts";
import { presetConfig } from "#/core/experiment/presets.ts";

const beta = (step: number, value: number) => ({ step, field: "objective.beta", value }) as const;

it("is the last change at or before the step", () => {
  const live = [beta(10, 4), beta(20, 0)];
  const built = presetConfig("mnist-dense-2");
  const at = (step: number) => configAtStep(built, live, step).objective.beta;
  expect([at(9), at(10), at(19), at(20)]).toEqual([1, 4, 4, 0]);
});

it("keeps one change a field and step, in order", () => {
  const live = recordLive(recordLive(recordLive([], beta(20, 2)), beta(10, 3)), beta(20, 5));
  expect(live).toEqual([beta(10, 3), beta(20, 5)]);
});
