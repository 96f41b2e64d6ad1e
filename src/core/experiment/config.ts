/**
 * One experiment, whole: the same config, seed and backend give the same curve. Fields carry their
 * limits, defaults and help in fields.ts; parse.ts turns unknown input into this type.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { VaeSpec } from "#/core/model/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";

/**
 * What the network is given of an image in [0, 1]: its grey values; 1 where above ½; a fresh
 * Bernoulli draw of every pixel for every batch (Salakhutdinov & Murray, 2008); (x − 0.1307)/0.3081,
 * which leaves [0, 1] and so breaks a Bernoulli likelihood.
 */
export const pixelModes = ["grey", "threshold", "binarise", "standardise"] as const;
export type PixelMode = (typeof pixelModes)[number];

/** How an image becomes a square: its largest centred one, or all of it on black. */
export const cropModes = ["centre", "fit"] as const;
export type CropMode = (typeof cropModes)[number];

/** Side the images are resampled to; "stored" leaves them as the set has them. */
export const imageSizes = ["stored", "28", "32", "64"] as const;
export type ImageSize = (typeof imageSizes)[number];

export interface DataSpec {
  /** Data set id: in the manifest ("mnist", "fashion", "faces"), or of a person's own images. */
  readonly set: string;
  readonly pixels: PixelMode;
  /** Matters where an image is not a square already and `size` is not "stored". */
  readonly crop: CropMode;
  readonly size: ImageSize;
  /** Train on the first so many images in manifest order; null for all. */
  readonly trainLimit: number | null;
}

export interface TrainingSpec {
  readonly batch: number;
  readonly epochs: number;
  readonly lastBatch: "keep" | "drop";
  /** After every epoch the test images are scored in the training convention. */
  readonly validation: "never" | "epoch";
  /** Validations in a row without a lower loss after which training ends; 0 trains to the end. */
  readonly patience: number;
  /** When patience ends training: back to the best validation's weights, or stay with the last. */
  readonly restoreBest: boolean;
  readonly seed: number;
}

export interface ExperimentConfig {
  readonly data: DataSpec;
  readonly model: VaeSpec;
  readonly objective: ObjectiveSpec;
  readonly optimizer: OptimizerSpec;
  readonly training: TrainingSpec;
}

type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

export type ExperimentPatch = DeepPartial<ExperimentConfig>;

/** Fields a running model takes up at its next step. Everything else needs a restart. */
export const liveFields = [
  "objective.beta",
  "objective.annealing",
  "objective.annealingSteps",
  "objective.freeBits",
  "optimizer.learningRate",
  "optimizer.schedule",
  "optimizer.scheduleSteps",
  "optimizer.scheduleFactor",
  "optimizer.clip",
  "training.epochs",
] as const;
export type LiveField = (typeof liveFields)[number];
/** A number, or the option of a choice. */
export type LiveValue = number | string;

/** A live change, as it happened: takes effect before step `step` + 1. Replayed by a link. */
export interface LiveChange {
  readonly step: number;
  readonly field: LiveField;
  readonly value: LiveValue;
}

/** `<id>:repaired` stands beside each system with a fault. `mnist-sigmoid` is `mnist-sigmoid-a`. */
export const presetIds = [
  "mnist-dense-2",
  "mnist-dense-20",
  "mnist-cvae-20",
  "mnist-conv-2d",
  "mnist-conv-2d:repaired",
  "mnist-sigmoid",
  "mnist-sigmoid-a",
  "mnist-sigmoid-a:repaired",
  "mnist-sigmoid-b",
  "mnist-sigmoid-b:repaired",
  "mnist-sigmoid-c",
  "fashion-dense-20",
  "fashion-dense-10",
  "fashion-ae-20",
  "faces-conv",
  "faces-conv:repaired",
  "celeba-conv",
  "celeba-conv:repaired",
] as const;
export type PresetId = (typeof presetIds)[number];
