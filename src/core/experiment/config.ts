/**
 * One experiment, whole: the same config, seed and backend give the same curve. Fields carry their
 * limits, defaults and help in fields.ts; parse.ts turns unknown input into this type.
 */
import type { VaeSpec } from "#/core/model/spec.ts";

export interface ExperimentConfig {
  readonly data: {
    /** Data set id in the manifest: "mnist", "fashion", "faces". */
    readonly set: string;
    /** Train on the first so many images in manifest order; null for all. */
    readonly trainLimit: number | null;
  };
  readonly model: VaeSpec;
  readonly objective: {
    /** Weight of the KL term (Higgins et al., 2017); 1 is the ELBO. */
    readonly beta: number;
  };
  readonly optimizer: {
    readonly kind: "adam";
    readonly learningRate: number;
    /** Added to √v̂ (the corrected second moment), as in Kingma & Ba, algorithm 1. */
    readonly epsilon: number;
  };
  readonly training: {
    readonly batch: number;
    readonly epochs: number;
    readonly lastBatch: "keep" | "drop";
    readonly seed: number;
  };
}

type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

export type ExperimentPatch = DeepPartial<ExperimentConfig>;

/** Fields a running model takes up at its next step. Everything else needs a restart. */
export const liveFields = ["objective.beta", "optimizer.learningRate", "training.epochs"] as const;
export type LiveField = (typeof liveFields)[number];

/** A live change, as it happened: takes effect before step `step` + 1. Replayed by a link. */
export interface LiveChange {
  readonly step: number;
  readonly field: LiveField;
  readonly value: number;
}

export const presetIds = [
  "mnist-dense-2",
  "mnist-dense-20",
  "fashion-dense-20",
  "fashion-dense-10",
  "faces-conv",
] as const;
export type PresetId = (typeof presetIds)[number];
