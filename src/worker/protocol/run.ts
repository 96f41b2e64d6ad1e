/** A run as it crosses between page and worker: where it stands, its curves, its data, its checkpoint. */
import type { EngineReport } from "#/core/backend/engine.ts";
import type { ExperimentConfig, LiveChange } from "#/core/experiment/config.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { ValidationState } from "#/core/training/earlyStopping.ts";
import type { LossTerms, Weights } from "#/core/training/terms.ts";

/** Counts runs; every (re)start makes a new one. Events of an older run are dropped by the client. */
export type RunId = number;

/**
 * Steps since the last report, in order, in columns of equal length; `test` where the test points
 * were scored for a preview, `validation` where the whole test split was after an epoch.
 */
export interface MetricsBatch {
  readonly steps: Uint32Array;
  readonly imagesSeen: Float64Array;
  /** Per image, as `StepTerms.perImage`. */
  readonly reconstruction: Float32Array;
  readonly kl: Float32Array;
  readonly total: Float32Array;
  /** As the system writes them, as `StepTerms.loss`. */
  readonly lossReconstruction: Float32Array;
  readonly lossKl: Float32Array;
  readonly lossTotal: Float32Array;
  /** After annealing. */
  readonly beta: Float32Array;
  /** After its schedule. */
  readonly learningRate: Float32Array;
  readonly test: readonly { readonly step: number; readonly terms: LossTerms }[];
  readonly validation: readonly {
    readonly step: number;
    readonly loss: LossTerms;
    readonly perImage: LossTerms;
  }[];
}

export type RunPhase =
  | "ready"
  | "training"
  | "paused"
  /** Waiting for a chunk of data. */
  | "waiting"
  | "done"
  /** The loss is no longer a number. */
  | "stopped";

export interface RunProgress {
  readonly phase: RunPhase;
  readonly step: number;
  /** Images seen / images in the training set. */
  readonly epoch: number;
  readonly imagesSeen: number;
  readonly stepsPerEpoch: number;
  /** Where the current `train` call ends. */
  readonly targetStep: number;
  readonly msPerStep: number;
  /** JavaScript's part of it. */
  readonly jsMsPerStep: number;
  /** Null where the engine cannot count them. */
  readonly dispatchesPerStep: number | null;
  readonly imagesPerSecond: number;
  /** False once it went without images that could not be read, also when they have come since. */
  readonly comparable: boolean;
  /** What validation has found so far; null before the first. */
  readonly validation: ValidationState | null;
  /** Share of the test split scored while an epoch is being validated; null otherwise. */
  readonly validating: number | null;
  /** True when patience ended the training. */
  readonly stoppedEarly: boolean;
}

export interface DatasetSummary {
  readonly id: string;
  readonly train: number;
  readonly test: number;
  /** As the network is given them: after `data.size`. */
  readonly shape: ImageShape;
  readonly classes: readonly string[];
  readonly loadedChunks: number;
  readonly totalChunks: number;
  readonly loadedImages: number;
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** Files that could not be read. A run that met one is not comparable with others. */
  readonly failed: readonly string[];
}

export interface RunInfo {
  readonly runId: RunId;
  readonly progress: RunProgress;
  readonly dataset: DatasetSummary;
  readonly tensors: number;
  readonly bytes: number;
  readonly engine: EngineReport;
}

/** A run as it can be written to storage and taken up again, exactly. */
export interface Checkpoint {
  readonly version: 2;
  readonly config: ExperimentConfig;
  readonly live: readonly LiveChange[];
  readonly step: number;
  readonly imagesSeen: number;
  readonly weights: Weights;
  readonly moments: Weights;
  readonly optimizerSteps: number;
  readonly validation: ValidationState | null;
  /** Weights of the best validation, kept where `restoreBest` may ask for them. */
  readonly best: { readonly step: number; readonly weights: Weights } | null;
  readonly stoppedEarly: boolean;
  /** As in `RunProgress`. */
  readonly comparable: boolean;
}
