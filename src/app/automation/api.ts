/**
 * The type of `window.playground`, documented in docs/automation.md. Arrays cross by value: what a
 * script changes afterwards changes nothing here. Most scripts are not type-checked, so whatever
 * comes in is parsed as well (input.ts).
 */
import type { DeviceFault } from "#/core/backend/deviceFault.ts";
import type { EngineChoice, EngineReport } from "#/core/backend/engine.ts";
import type { ExperimentConfig, ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import type {
  Evaluation,
  LossTerms,
  MetricPoint,
  TrainSummary,
  Weights,
} from "#/core/training/terms.ts";
import type { LanesApi, OfLane } from "#/app/automation/lanesApi.ts";
import type { Diagnostics } from "#/worker/protocol/messages.ts";

export interface DatasetInfo {
  readonly id: string;
  readonly train: number;
  readonly test: number;
  readonly shape: readonly [number, number, number];
  readonly classes: readonly string[];
  readonly loadedChunks: number;
  readonly totalChunks: number;
  readonly failed: readonly string[];
}

export interface Posterior {
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
}

export interface Probe {
  /** In the training convention. */
  readonly loss: LossTerms;
  readonly perImage: LossTerms;
  readonly klPerDimension: Float32Array;
  readonly gradients: Weights;
}

export type PlaygroundEvent = "metrics" | "ended" | "error" | "diagnosis";

/** Numbers of one image or vector. */
type Values = Float32Array | readonly number[];

/** A conditional model needs a class; any other refuses one as "field-invalid". */
interface Labelled {
  readonly label?: number;
}
interface WithLabels {
  /** One an image. */
  readonly labels?: readonly number[];
}

export interface BatchRequest extends WithLabels, OfLane {
  readonly images: readonly Values[];
  /** ε [count × latent], row by row. */
  readonly epsilon: Values;
}

export interface PlaygroundApi {
  /** Resolves when the worker is up and a backend chosen; rejects when none works. */
  readonly ready: Promise<void>;
  presets(): readonly PresetId[];
  config(): ExperimentConfig;
  configure(
    patch: PresetId | ExperimentPatch,
    options?: OfLane,
  ): Promise<{ config: ExperimentConfig; restarted: boolean }>;
  train(
    more?: OfLane & { readonly epochs?: number; readonly steps?: number },
    options?: OfLane,
  ): Promise<TrainSummary>;
  pause(options?: OfLane): Promise<void>;
  reset(options?: OfLane & { readonly newSeed?: boolean }): Promise<void>;
  history(options?: OfLane): Promise<readonly MetricPoint[]>;
  dataset(options?: OfLane): Promise<DatasetInfo>;
  images(
    request: OfLane & {
      readonly split: "train" | "test";
      readonly indices: readonly number[];
    },
  ): Promise<{ pixels: Float32Array[]; labels: number[] | null }>;
  encode(images: readonly Values[], options?: OfLane & WithLabels): Promise<Posterior[]>;
  decode(
    z: readonly Values[],
    options?: OfLane & Labelled & { readonly raw?: boolean },
  ): Promise<Float32Array[]>;
  reconstruct(
    images: readonly Values[],
    options?: OfLane & WithLabels & { readonly sampled?: boolean; readonly seed?: number },
  ): Promise<Float32Array[]>;
  sample(
    request: OfLane &
      Labelled & {
        readonly count: number;
        readonly from: "prior" | "noise-image";
        readonly seed?: number;
      },
  ): Promise<Float32Array[]>;
  latentGrid(
    request: OfLane &
      Labelled & {
        readonly n: number;
        readonly p?: number;
        readonly dims?: readonly [number, number];
        readonly at?: readonly number[];
      },
  ): Promise<{ z: number[][]; images: Float32Array[] }>;
  evaluate(
    options?: OfLane & {
      readonly split?: "train" | "test";
      readonly limit?: number;
      readonly seed?: number;
      /** On the first `images` (500) of the evaluated ones, 500 samples each unless given. */
      readonly iwae?: { readonly samples?: number; readonly images?: number };
    },
  ): Promise<Evaluation>;
  weights(options?: OfLane): Promise<Weights>;
  setWeights(weights: Weights, options?: OfLane): Promise<void>;
  /** Loss and gradients of a batch; the model keeps as it is. */
  probe(request: BatchRequest): Promise<Probe>;
  /** One optimiser step on this batch. */
  applyStep(request: BatchRequest): Promise<TrainSummary>;
  /** Of all lanes; answers for the one named. */
  setEngine(choice: EngineChoice, options?: OfLane): Promise<EngineReport>;
  simulate(fault: "worker-crash" | DeviceFault): Promise<void>;
  diagnostics(options?: OfLane): Promise<Diagnostics>;
  on(event: PlaygroundEvent, listener: (event: unknown) => void, options?: OfLane): () => void;
  /** The comparison; every other call takes the lane it means as `lane` (0). */
  readonly lanes: LanesApi;
}
