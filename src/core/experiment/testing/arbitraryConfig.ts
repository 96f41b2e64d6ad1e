/** Random valid configs for property tests. */
import fc from "fast-check";
import { type Block, activations, weightInits } from "#/core/model/spec.ts";
import { blockNumbers } from "#/core/experiment/blockFields.ts";
import type { ExperimentConfig, LiveChange } from "#/core/experiment/config.ts";
import type { NumberLimits } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";

function integer(limits: Pick<NumberLimits, "min" | "max">) {
  return fc.integer({ min: limits.min, max: limits.max });
}

const activation = fc.constantFrom(...activations);

const filtered = {
  filters: integer(blockNumbers.filters),
  kernel: integer(blockNumbers.kernel),
  stride: integer(blockNumbers.stride),
  activation,
};

export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant("dense" as const),
    units: integer(blockNumbers.units),
    activation,
  }),
  fc.record({
    kind: fc.constant("denseToMap" as const),
    height: integer(blockNumbers.height),
    width: integer(blockNumbers.width),
    channels: integer(blockNumbers.channels),
    activation,
  }),
  fc.record({ kind: fc.constant("conv" as const), ...filtered }),
  fc.record({ kind: fc.constant("convTranspose" as const), ...filtered }),
);

const beta = fc.double({ min: 0, max: 1e4, noNaN: true }).map((x) => (x === 0 ? 0 : x));
const learningRate = fc.double({ min: 1e-12, max: 10, noNaN: true });
const blocks = fc.array(arbitraryBlock, { maxLength: 16 });

export const arbitraryConfig: fc.Arbitrary<ExperimentConfig> = fc.record({
  data: fc.record({
    set: fc.constantFrom("mnist", "fashion", "faces"),
    trainLimit: fc.option(integer(fields["data.trainLimit"])),
  }),
  model: fc.record({
    encoder: blocks,
    decoder: blocks,
    latent: integer(fields["model.latent"]),
    weightInit: fc.constantFrom(...weightInits),
  }),
  objective: fc.record({ beta }),
  optimizer: fc.record({
    kind: fc.constant("adam" as const),
    learningRate,
    epsilon: fc.double({ min: 1e-12, max: 1, noNaN: true }),
  }),
  training: fc.record({
    batch: integer(fields["training.batch"]),
    epochs: integer(fields["training.epochs"]),
    lastBatch: fc.constantFrom("keep" as const, "drop" as const),
    seed: fc.maxSafeNat(),
  }),
});

/** Live changes in order of their steps. */
export const arbitraryLive: fc.Arbitrary<LiveChange[]> = fc
  .array(
    fc.oneof(
      fc.record({ step: fc.nat(), field: fc.constant("objective.beta" as const), value: beta }),
      fc.record({
        step: fc.nat(),
        field: fc.constant("optimizer.learningRate" as const),
        value: learningRate,
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
