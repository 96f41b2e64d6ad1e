/**
 * Everything that crosses between page and worker. Requests are correlated by method; events carry
 * the run they belong to. Plain data and typed arrays alone: all of it survives structured clone.
 */
import type { BackendName, BackendReport } from "#/core/backend/report.ts";
import type {
  ExperimentConfig,
  LiveChange,
  LiveField,
  LiveValue,
} from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import type { PlaneSpec, PlaneWindow } from "#/core/latent/plane.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { Figure } from "#/core/objective/display.ts";
import type { ValidationState } from "#/core/training/earlyStopping.ts";
import type { Evaluation, LossTerms, TrainSummary, Weights } from "#/core/training/terms.ts";

/** Counts runs; every (re)start makes a new one. Events of an older run are dropped by the client. */
export type RunId = number;

/** The axes the page asks for; the worker works out the principal directions itself. */
export type PlaneAxesRequest =
  | { readonly kind: "dimensions"; readonly dims: readonly [number, number] }
  | { readonly kind: "pca" };

/** What previews should show from now on. */
export interface PreviewRequest {
  readonly window: PlaneWindow;
  readonly axes: PlaneAxesRequest;
  readonly n: number;
  /** Where the plane cuts through latent space [latent]. */
  readonly at: readonly number[];
  /** Seed of the 100 z of the samples tab; null while nobody looks at samples. */
  readonly samplesSeed: number | null;
  /** Class the sheet is decoded for, where the model is conditional. */
  readonly label: number;
}

/**
 * One picture of the whole model at one step. Pixels are 8-bit, as displayed, channels last; sheet,
 * strip and samples are one figure each where the display is scaled to its own range.
 */
export interface PreviewFrame {
  readonly step: number;
  readonly imagesSeen: number;
  readonly sheet: { readonly spec: PlaneSpec; readonly pixels: Uint8Array<ArrayBuffer> };
  readonly points: EncodedPoints;
  /** Reconstructions (from μ) of the ten fixed test images, [10 × D]. */
  readonly strip: Uint8Array<ArrayBuffer>;
  /** The range the strip and its originals are drawn in; null where a pixel means what it says. */
  readonly stripFigure: Figure | null;
  /** Class the sheet was decoded for; 0 for an unconditional model. */
  readonly label: number;
  /** Decoded samples of 100 fixed z, [100 × D]; null when not asked for. Conditional: row r is class r. */
  readonly samples: Uint8Array<ArrayBuffer> | null;
  /** Over the encoded test points. [latent] each. */
  readonly klPerDimension: Float32Array;
  /** Variance of μ over the encoded test points, [latent]. */
  readonly meanVariance: Float32Array;
  /** As `EncodedPoints` says, total weighed by the effective β of this step. */
  readonly test: LossTerms;
  /** The decoder's weights at this very step, where they are small enough to come along. */
  readonly decoder?: Weights;
}

export interface EncodedPoints {
  /** Indices into the test split, [count]. */
  readonly indices: Uint32Array;
  /** First label column, [count]. */
  readonly labels: Uint8Array;
  /** μ [count × latent]. */
  readonly mean: Float32Array;
  /** log σ² [count × latent]. */
  readonly logVariance: Float32Array;
}

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

export interface Diagnostics {
  readonly backend: BackendName;
  readonly adapter: string;
  readonly software: boolean;
  readonly reason: string;
  readonly engine: "compiled" | "reference";
  readonly tensors: number;
  readonly bytes: number;
  readonly dispatchesPerStep: number | null;
  readonly jsMsPerStep: number;
  readonly crossOriginIsolated: boolean;
  /** Filled in by the client. */
  readonly workerRestarts: number;
}

/** What an answer costs before it is begun. */
export type EstimateRequest =
  /** Three steps of the running model, which keeps as it is. */
  | { readonly of: "training" }
  | { readonly of: "iwae"; readonly samples: number; readonly images: number };

/** How far an evaluation has come; `partial` is complete but for the images not seen yet. */
export interface EvaluationProgress {
  readonly stage: "elbo" | "diversity" | "iwae";
  /** Of this stage: images, samples, images. */
  readonly done: number;
  readonly of: number;
  readonly secondsLeft: number;
  /** Null before the first piece. */
  readonly partial: Evaluation | null;
}

/** Method → parameters and result. `decode`, `encode`, `score` go ahead of the next training step. */
export interface Requests {
  initialise: {
    params: { dataUrl: string; wasmUrl: string; backend: BackendName | "auto" };
    result: BackendReport;
  };
  /**
   * For the inspector's worker: a decoder with these weights, without run or data; ends any run.
   * `decode` answers from it, with `step` 0. The encoder's weights may be missing.
   */
  load: {
    params: {
      config: ExperimentConfig;
      image: ImageShape;
      /** Labels of the data set, for a conditional model. */
      classes: number;
      weights: Weights;
    };
    result: null;
  };
  /** Builds the model at step 0, or from a checkpoint, and ends any run before it. */
  start: {
    params: {
      runId: RunId;
      config: ExperimentConfig;
      /** Replayed at their steps. */
      live: readonly LiveChange[];
      checkpoint: Checkpoint | null;
      preview: PreviewRequest;
    };
    result: RunInfo;
  };
  /** Trains this much more; resolves when it is done or paused. Rejects "busy" while training. */
  train: { params: { steps: number } | { epochs: number }; result: TrainSummary };
  pause: { params: null; result: RunProgress };
  setLive: { params: { field: LiveField; value: LiveValue }; result: LiveChange };
  /** Milliseconds to wait after each step; 0 is full speed. */
  setPace: { params: { msBetweenSteps: number }; result: null };
  setPreview: { params: PreviewRequest; result: null };
  /** Allows one more preview. The worker sends none without credit. */
  creditPreview: { params: null; result: null };
  /** A preview now, outside the schedule (after a change of the plane while paused). */
  preview: { params: { points: number }; result: PreviewFrame };
  /** As displayed, one figure an answer; `raw` is the network's output. `labels` of conditional models [count]. */
  decode: {
    params: { z: Float32Array; count: number; raw: boolean; labels: Uint8Array | null };
    result: { images: Float32Array; step: number; figure: Figure | null };
  };
  /** Images in [0, 1]; prepared as the run prepares its pixels, but never binarised afresh. */
  encode: {
    params: {
      images: Float32Array;
      count: number;
      labels: Uint8Array | null;
      /** True for what is no image, such as noise: given to the encoder as it is. */
      asIs: boolean;
    };
    result: { mean: Float32Array; logVariance: Float32Array; step: number };
  };
  /** Terms and reconstruction of single images; null noise means z = μ. */
  score: {
    params: {
      images: Float32Array;
      count: number;
      epsilon: Float32Array | null;
      labels: Uint8Array | null;
    };
    result: {
      mean: Float32Array;
      logVariance: Float32Array;
      reconstruction: Float32Array;
      klPerDimension: Float32Array;
      /** As displayed, one figure an answer. */
      output: Float32Array;
      figure: Figure | null;
      step: number;
    };
  };
  /** Tells its progress in "evaluation" events. Aborted, it rejects; the last partial result was told. */
  evaluate: {
    params: {
      split: "train" | "test";
      limit: number | null;
      seed: number;
      /** `images` of the evaluated ones at most. */
      iwae: { samples: number; images: number } | null;
    };
    result: Evaluation;
  };
  estimate: { params: EstimateRequest; result: { seconds: number; msPerStep: number } };
  /** In [0, 1], cropped and sized as the run's; not thresholded, binarised or standardised. */
  images: {
    params: { split: "train" | "test"; indices: Uint32Array };
    result: { pixels: Float32Array; labels: Uint8Array };
  };
  dataset: { params: null; result: DatasetSummary };
  retryChunks: { params: null; result: DatasetSummary };
  weights: { params: null; result: Weights };
  setWeights: { params: { weights: Weights }; result: null };
  /** Images as the loss is to see them: prepared like a batch, but never binarised. Nothing is dropped. */
  probe: {
    params: {
      images: Float32Array;
      epsilon: Float32Array;
      count: number;
      labels: Uint8Array | null;
    };
    result: {
      loss: LossTerms;
      perImage: LossTerms;
      klPerDimension: Float32Array;
      gradients: Weights;
    };
  };
  applyStep: {
    params: {
      images: Float32Array;
      epsilon: Float32Array;
      count: number;
      labels: Uint8Array | null;
    };
    result: TrainSummary;
  };
  checkpoint: { params: null; result: Checkpoint };
  diagnostics: { params: null; result: Diagnostics };
  simulate: { params: { fault: "worker-crash" | "device-lost" }; result: null };
}

export type Method = keyof Requests;
export type Params<M extends Method> = Requests[M]["params"];
export type ResultOf<M extends Method> = Requests[M]["result"];

export type EngineEvent =
  | { readonly type: "progress"; readonly runId: RunId; readonly progress: RunProgress }
  | { readonly type: "metrics"; readonly runId: RunId; readonly batch: MetricsBatch }
  | { readonly type: "preview"; readonly runId: RunId; readonly frame: PreviewFrame }
  | { readonly type: "dataset"; readonly runId: RunId; readonly dataset: DatasetSummary }
  | { readonly type: "ended"; readonly runId: RunId; readonly summary: TrainSummary }
  | { readonly type: "evaluation"; readonly runId: RunId; readonly progress: EvaluationProgress }
  /** Every few seconds while training; the client keeps the newest for restarts and storage. */
  | { readonly type: "checkpoint"; readonly runId: RunId; readonly checkpoint: Checkpoint }
  | { readonly type: "error"; readonly runId: RunId; readonly fault: Fault }
  | { readonly type: "backend"; readonly runId: RunId; readonly report: BackendReport }
  /** Sent by the client, not the worker: a crashed worker was replaced from its last checkpoint. */
  | { readonly type: "restarted"; readonly runId: RunId; readonly step: number };

/** What the page holds: the client over a worker, or a fake in tests. */
export interface TrainerApi {
  /** @throws EngineError. An aborted request rejects with "cancelled" and frees its place in the queue. */
  request<M extends Method>(
    method: M,
    params: Params<M>,
    options?: { signal?: AbortSignal },
  ): Promise<ResultOf<M>>;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Decodes with other weights than the running ones (a frame of the history), off the trainer. */
  decodeWith(
    config: ExperimentConfig,
    image: ImageShape,
    weights: Weights,
    z: Float32Array,
    count: number,
    options?: { signal?: AbortSignal; labels?: Uint8Array; classes?: number },
  ): Promise<Float32Array>;
  dispose(): void;
}
