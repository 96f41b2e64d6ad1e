/** What the one line under the plane says, and which experiments it offers next. Pure. */
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { TextKey, TextValues } from "#/i18n/keys.ts";

export interface NextExperiment {
  readonly key: TextKey;
  readonly values: TextValues;
  readonly patch: ExperimentPatch;
}

const HARMFUL_RATE = 0.1;
const GOOD_RATE = 3e-3;

/**
 * Three changes worth seeing against the run that just ended: the weight of the KL term, the size of
 * z, and a learning rate at which training breaks (or one that mends it).
 */
export function nextExperiments(config: ExperimentConfig): readonly NextExperiment[] {
  const beta = config.objective.beta === 4 ? 1 : 4;
  const latent = config.model.latent === 20 ? 2 : 20;
  const broken = config.optimizer.learningRate >= HARMFUL_RATE;
  return [
    { key: "training.guide.beta", values: { beta }, patch: { objective: { beta } } },
    {
      key: "training.guide.dimensions",
      values: { count: latent },
      patch: { model: { latent } },
    },
    {
      key: broken ? "training.guide.mendIt" : "training.guide.breakIt",
      values: {},
      patch: { optimizer: { learningRate: broken ? GOOD_RATE : HARMFUL_RATE } },
    },
  ];
}

export interface GuideInput {
  readonly imagesSeen: number;
  readonly latent: number;
  readonly digits: boolean;
  readonly touched: boolean;
  readonly format: (value: number, decimals?: number) => string;
}

/** The sentence before the end of training. */
export function guideSentence(input: GuideInput): {
  readonly key: TextKey;
  readonly values: TextValues;
} {
  const { imagesSeen, latent, digits, touched, format } = input;
  if (touched) {
    return latent === 2
      ? { key: "training.guide.two", values: {} }
      : { key: "training.guide.many", values: { count: latent } };
  }
  if (imagesSeen === 0) return { key: "training.guide.untrained", values: {} };
  return {
    key: digits ? "training.guide.digits" : "training.guide.images",
    values: { count: imagesSeen, shown: format(imagesSeen, 0) },
  };
}
