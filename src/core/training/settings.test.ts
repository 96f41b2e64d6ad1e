import { expect, it } from "vitest";
import { firstConfig, variant } from "#/core/experiment/presets/base.ts";
import { settingsAt } from "#/core/training/settings.ts";

it("anneals β and schedules the learning rate, counting steps from 0", () => {
  const config = variant(firstConfig, {
    objective: { beta: 4, annealing: "linear", annealingSteps: 8, freeBits: 0.5 },
    optimizer: { learningRate: 0.1, schedule: "warmup", scheduleSteps: 4, clip: 5 },
  });
  expect(settingsAt(config, 0)).toEqual({ beta: 0, freeBits: 0.5, learningRate: 0.025, clip: 5 });
  expect(settingsAt(config, 2)).toMatchObject({ beta: 1 });
  expect(settingsAt(config, 20)).toMatchObject({ beta: 4, learningRate: 0.1 });
  expect(settingsAt(firstConfig, 9).beta).toBe(firstConfig.objective.beta);
});
