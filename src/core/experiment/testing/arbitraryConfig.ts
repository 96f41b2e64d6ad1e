/** Random valid configs for property tests. */
import fc from "fast-check";
import { type Block, activations, conditions, weightInits } from "#/core/model/spec.ts";
import { blockExtras, blockNumbers } from "#/core/experiment/blockFields.ts";
import {
  type ExperimentConfig,
  type LiveChange,
  cropModes,
  imageSizes,
  pixelModes,
} from "#/core/experiment/config.ts";
import type { NumberLimits } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import {
  annealings,
  displays,
  guards,
  klReductions,
  likelihoods,
  noiseModels,
  reconstructionReductions,
  sigmaForms,
  sigmoidPlaces,
} from "#/core/objective/spec.ts";
import { epsilonPlacements, optimizerKinds, rateSchedules } from "#/core/training/optimizerSpec.ts";

function integer(limits: Pick<NumberLimits, "min" | "max">) {
  return fc.integer({ min: limits.min, max: limits.max });
}

const activation = fc.constantFrom(...activations);

/** A number within a field's limits, but not its excluded end, nor a zero with a sign. */
function number({ min, max, minExcluded }: Pick<NumberLimits, "min" | "max" | "minExcluded">) {
  return fc
    .double({ min: minExcluded ? Math.max(min, 1e-12) : min, max, noNaN: true })
    .map((x) => (x === 0 ? 0 : x));
}

const batchNorm = fc.record({
  momentum: number(blockExtras.batchNormMomentum),
  epsilon: number({ ...blockExtras.batchNormEpsilon, min: 1e-9 }),
});

/** Absent keys instead of `undefined`, as a parsed block has them. */
function withExtras<T extends object>(block: fc.Arbitrary<T>, padded: boolean) {
  return fc
    .tuple(
      block,
      fc.option(batchNorm, { nil: undefined }),
      fc.option(number({ ...blockExtras.dropout, min: 0.01 }), { nil: undefined }),
      fc.boolean(),
    )
    .map(([core, norm, dropout, valid]) => ({
      ...core,
      ...(padded && valid && { padding: "valid" as const }),
      ...(norm !== undefined && { batchNorm: norm }),
      ...(dropout !== undefined && { dropout }),
    }));
}

const filtered = {
  filters: integer(blockNumbers.filters),
  kernel: integer(blockNumbers.kernel),
  stride: integer(blockNumbers.stride),
  activation,
};

export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
  withExtras(
    fc.record({
      kind: fc.constant("dense" as const),
      units: integer(blockNumbers.units),
      activation,
    }),
    false,
  ),
  withExtras(
    fc.record({
      kind: fc.constant("denseToMap" as const),
      height: integer(blockNumbers.height),
      width: integer(blockNumbers.width),
      channels: integer(blockNumbers.channels),
      activation,
    }),
    false,
  ),
  withExtras(fc.record({ kind: fc.constant("conv" as const), ...filtered }), true),
  withExtras(fc.record({ kind: fc.constant("convTranspose" as const), ...filtered }), true),
);

const blocks = fc.array(arbitraryBlock, { maxLength: 16 });

export const arbitraryConfig: fc.Arbitrary<ExperimentConfig> = fc.record({
  data: fc.record({
    set: fc.constantFrom("mnist", "fashion", "faces"),
    pixels: fc.constantFrom(...pixelModes),
    size: fc.constantFrom(...imageSizes),
    crop: fc.constantFrom(...cropModes),
    trainLimit: fc.option(integer(fields["data.trainLimit"])),
  }),
  model: fc.record({
    encoder: blocks,
    decoder: blocks,
    latent: integer(fields["model.latent"]),
    condition: fc.constantFrom(...conditions),
    weightInit: fc.constantFrom(...weightInits),
  }),
  objective: fc.record({
    likelihood: fc.constantFrom(...likelihoods),
    noise: fc.constantFrom(...noiseModels),
    noiseSigma: number(fields["objective.noiseSigma"]),
    sigmoid: fc.constantFrom(...sigmoidPlaces),
    guard: fc.constantFrom(...guards),
    guardEpsilon: number(fields["objective.guardEpsilon"]),
    display: fc.constantFrom(...displays),
    reconstructionReduction: fc.constantFrom(...reconstructionReductions),
    klReduction: fc.constantFrom(...klReductions),
    klHalf: fc.boolean(),
    beta: number(fields["objective.beta"]),
    annealing: fc.constantFrom(...annealings),
    annealingSteps: integer(fields["objective.annealingSteps"]),
    freeBits: number(fields["objective.freeBits"]),
    sigma: fc.constantFrom(...sigmaForms),
    sampling: fc.boolean(),
  }),
  optimizer: fc.record({
    kind: fc.constantFrom(...optimizerKinds),
    learningRate: number(fields["optimizer.learningRate"]),
    schedule: fc.constantFrom(...rateSchedules),
    scheduleSteps: integer(fields["optimizer.scheduleSteps"]),
    scheduleFactor: number(fields["optimizer.scheduleFactor"]),
    epsilon: number(fields["optimizer.epsilon"]),
    epsilonPlacement: fc.constantFrom(...epsilonPlacements),
    decay: number(fields["optimizer.decay"]),
    momentum: number(fields["optimizer.momentum"]),
    clip: number(fields["optimizer.clip"]),
  }),
  training: fc.record({
    batch: integer(fields["training.batch"]),
    epochs: integer(fields["training.epochs"]),
    lastBatch: fc.constantFrom("keep" as const, "drop" as const),
    validation: fc.constantFrom("never" as const, "epoch" as const),
    patience: integer(fields["training.patience"]),
    restoreBest: fc.boolean(),
    seed: fc.maxSafeNat(),
  }),
});

/** Live changes in order of their steps. */
export const arbitraryLive: fc.Arbitrary<LiveChange[]> = fc
  .array(
    fc.oneof(
      fc.record({
        step: fc.nat(),
        field: fc.constant("objective.beta" as const),
        value: number(fields["objective.beta"]),
      }),
      fc.record({
        step: fc.nat(),
        field: fc.constant("objective.annealing" as const),
        value: fc.constantFrom(...annealings),
      }),
      fc.record({
        step: fc.nat(),
        field: fc.constant("optimizer.learningRate" as const),
        value: number(fields["optimizer.learningRate"]),
      }),
      fc.record({
        step: fc.nat(),
        field: fc.constant("training.epochs" as const),
        value: integer(fields["training.epochs"]),
      }),
    ),
    { maxLength: 5 },
  )
  .map((changes) => changes.sort((a, b) => a.step - b.step));
