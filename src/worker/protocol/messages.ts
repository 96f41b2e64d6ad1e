/**
 * Everything that crosses between page and worker. Requests are correlated by method; events carry
 * the run they belong to. Plain data and typed arrays alone: all of it survives structured clone.
 */
import type {
  EngineChoice,
  EngineKind,
  EngineReason,
  EngineReport,
} from "#/core/backend/engine.ts";
import type { DeviceFault } from "#/core/backend/deviceFault.ts";
import type { BackendName, BackendReport } from "#/core/backend/report.ts";
import type {
  ExperimentConfig,
  LiveChange,
  LiveField,
  LiveValue,
} from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { Figure } from "#/core/objective/display.ts";
import type { Evaluation, LossTerms, TrainSummary, Weights } from "#/core/training/terms.ts";
import type {
  Checkpoint,
  DatasetSummary,
  MetricsBatch,
  RunId,
  RunInfo,
  RunProgress,
} from "#/worker/protocol/run.ts";
import type { PreviewFrame, PreviewRequest } from "#/worker/protocol/preview.ts";

export interface Diagnostics {
  readonly backend: BackendName;
  readonly adapter: string;
  readonly software: boolean;
  readonly reason: string;
  readonly engine: EngineKind;
  readonly engineReason: EngineReason;
  /** Of this lane alone, as `bytes`. */
  readonly tensors: number;
  /** Of its tensors, and of what its engine keeps beside them (`EngineMemory`, engine.ts). */
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
  /** Answered at once where the worker has this backend already; another one ends every lane's run. */
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
      engine: EngineChoice;
    };
    result: RunInfo;
  };
  /** Trains this much more; resolves when it is done or paused. Rejects "busy" while training. */
  train: { params: { steps: number } | { epochs: number }; result: TrainSummary };
  pause: { params: null; result: RunProgress };
  setLive: { params: { field: LiveField; value: LiveValue }; result: LiveChange };
  /** Milliseconds to wait after each step; 0 is full speed. */
  setPace: { params: { msBetweenSteps: number }; result: null };
  /**
   * Another training step for the run under way: it goes on between two steps, optimiser and all. The
   * run keeps the one it has where this rejects.
   */
  setEngine: { params: { engine: EngineChoice }; result: EngineReport };
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
  /**
   * The batch of the next training step, once its images are here; nothing is consumed. `images` as the
   * network is given them [count × D], `epsilon` [count × latent], `step` the steps taken before it.
   */
  nextBatch: {
    params: null;
    result: {
      step: number;
      indices: Uint32Array;
      images: Float32Array;
      epsilon: Float32Array;
      /** [count], of conditional models. */
      labels: Uint8Array | null;
      count: number;
    };
  };
  checkpoint: { params: null; result: Checkpoint };
  diagnostics: { params: null; result: Diagnostics };
  simulate: { params: { fault: "worker-crash" | DeviceFault }; result: null };
  /** Ends the lane: its run, its model and its share of the data. A later request begins it anew. */
  end: { params: null; result: null };
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
  /** Of a run that begins, or goes on with another. */
  | { readonly type: "engine"; readonly runId: RunId; readonly report: EngineReport }
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
