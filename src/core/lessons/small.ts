/**
 * The experiment lessons begin with: the first 6,000 digits and a narrow network on a plane, so that
 * a run is over in seconds on any machine. 47 steps are an epoch.
 */
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import type { Block } from "#/core/model/spec.ts";

const relu128: Block = { kind: "dense", units: 128, activation: "relu" };

export const smallPlane = {
  data: { trainLimit: 6000 },
  model: { encoder: [relu128], decoder: [relu128] },
  training: { epochs: 16 },
} as const satisfies ExperimentPatch;

/** Steps after which digits can be told apart. */
export const fewEpochs = 235;

/** Steps after which the plane hardly moves any more. */
export const manyEpochs = 470;
