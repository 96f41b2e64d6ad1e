/** S3: clothes, drawn from logits. Its text says 20 dimensions, its code 10. */
import type { Block } from "#/core/model/spec.ts";
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import { type Preset, firstConfig, variant } from "#/core/experiment/presets/base.ts";

const relu128: Block = { kind: "dense", units: 128, activation: "relu" };

const twenty = variant(firstConfig, {
  data: { set: "fashion" },
  model: { encoder: [relu128], decoder: [relu128], latent: 20, weightInit: "glorot" },
  optimizer: { learningRate: 1e-3, epsilon: 1e-7, epsilonPlacement: "uncorrected" },
  training: { batch: 512, epochs: 100, lastBatch: "keep" },
});

function preset(id: PresetId, config: ExperimentConfig): Preset {
  return {
    id,
    config,
    ours: ["model.weightInit", "optimizer.epsilon", "optimizer.epsilonPlacement", "training.seed"],
    system: "S3",
    repairs: null,
    lighter: null,
  };
}

export const fashionPresets = {
  "fashion-dense-20": preset("fashion-dense-20", twenty),
  "fashion-dense-10": preset("fashion-dense-10", variant(twenty, { model: { latent: 10 } })),
  "fashion-ae-20": preset("fashion-ae-20", variant(twenty, { objective: { sampling: false } })),
} as const;
