/**
 * The type of `window.playground`, documented in docs/automation.md. Arrays cross by value: what a
 * script changes afterwards changes nothing here.
 */
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import type {
  Evaluation,
  LossTerms,
  MetricPoint,
  TrainSummary,
  Weights,
} from "#/core/training/terms.ts";
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

export type ScriptEvaluation = Evaluation & {
  /** Pixels are grey, so a likelihood in bits per dimension would not be one. */
  readonly bitsPerDimension: null;
  readonly bitsPerDimensionReason: string;
};

export interface Probe {
  readonly loss: LossTerms;
  readonly klPerDimension: Float32Array;
  readonly gradients: Weights;
}

export type PlaygroundEvent = "metrics" | "ended" | "error";

/** Parameters are unknown: scripts are not type-checked, so each call parses what it is given. */
export interface PlaygroundApi {
  readonly ready: Promise<void>;
  presets(): readonly PresetId[];
  config(): ExperimentConfig;
  configure(patch: unknown): Promise<{ config: ExperimentConfig; restarted: boolean }>;
  train(more?: unknown): Promise<TrainSummary>;
  pause(): Promise<void>;
  reset(options?: unknown): Promise<void>;
  history(): Promise<readonly MetricPoint[]>;
  dataset(): Promise<DatasetInfo>;
  images(request: unknown): Promise<{ pixels: Float32Array[]; labels: number[] | null }>;
  encode(images: unknown, options?: unknown): Promise<Posterior[]>;
  decode(z: unknown, options?: unknown): Promise<Float32Array[]>;
  reconstruct(images: unknown, options?: unknown): Promise<Float32Array[]>;
  sample(request: unknown): Promise<Float32Array[]>;
  latentGrid(request: unknown): Promise<{ z: number[][]; images: Float32Array[] }>;
  evaluate(options?: unknown): Promise<ScriptEvaluation>;
  weights(): Promise<Weights>;
  setWeights(weights: unknown): Promise<void>;
  probe(request: unknown): Promise<Probe>;
  applyStep(request: unknown): Promise<TrainSummary>;
  simulate(fault: unknown): Promise<void>;
  diagnostics(): Promise<Diagnostics>;
  on(event: PlaygroundEvent, listener: (event: unknown) => void): () => void;
}
