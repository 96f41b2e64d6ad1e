/** S5: the sigmoid in the output (A), in the loss (B), and as one should write it (C). */
import type { Block } from "#/core/model/spec.ts";
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import {
  type Preset,
  firstConfig,
  soundObjective,
  variant,
} from "#/core/experiment/presets/base.ts";

const relu256: Block = { kind: "dense", units: 256, activation: "relu" };

const stable = variant(firstConfig, {
  data: { trainLimit: 55_000 },
  model: { encoder: [relu256], decoder: [relu256], latent: 5, weightInit: "glorot" },
  optimizer: { learningRate: 1e-4, epsilon: 1e-8, epsilonPlacement: "uncorrected" },
  training: { batch: 100, epochs: 20 },
});

const inOutput = variant(stable, {
  objective: { sigmoid: "output", guard: "additive", guardEpsilon: 1e-10 },
});

const inLoss = variant(inOutput, { objective: { sigmoid: "loss", display: "autoscaled" } });

function preset(id: PresetId, config: ExperimentConfig, repairs: PresetId | null = null): Preset {
  return { id, config, ours: ["training.seed"], system: "S5", repairs, lighter: null };
}

const mended = (config: ExperimentConfig) => variant(config, { objective: soundObjective });

export const sigmoidPresets = {
  "mnist-sigmoid": preset("mnist-sigmoid", inOutput),
  "mnist-sigmoid-a": preset("mnist-sigmoid-a", inOutput),
  "mnist-sigmoid-a:repaired": preset(
    "mnist-sigmoid-a:repaired",
    mended(inOutput),
    "mnist-sigmoid-a",
  ),
  "mnist-sigmoid-b": preset("mnist-sigmoid-b", inLoss),
  "mnist-sigmoid-b:repaired": preset("mnist-sigmoid-b:repaired", mended(inLoss), "mnist-sigmoid-b"),
  "mnist-sigmoid-c": preset("mnist-sigmoid-c", stable),
} as const;
