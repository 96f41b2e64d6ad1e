/** What a step is taken with: β after annealing, the learning rate after its schedule. */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { annealingFactor, rateFactor } from "#/core/schedule.ts";

export interface ScheduledSettings {
  /** After annealing. */
  readonly beta: number;
  /** Nats a dimension. */
  readonly freeBits: number;
  /** After its schedule. */
  readonly learningRate: number;
  /** Longest gradient; 0: never shortened. */
  readonly clip: number;
}

/** Of step `step`, counting from 0, of the experiment as it is by then (live changes included). */
export function settingsAt(
  { objective, optimizer }: Pick<ExperimentConfig, "objective" | "optimizer">,
  step: number,
): ScheduledSettings {
  const { schedule, scheduleSteps, scheduleFactor } = optimizer;
  return {
    beta: objective.beta * annealingFactor(objective.annealing, objective.annealingSteps, step),
    freeBits: objective.freeBits,
    learningRate:
      optimizer.learningRate * rateFactor(schedule, scheduleSteps, scheduleFactor, step),
    clip: optimizer.clip,
  };
}
