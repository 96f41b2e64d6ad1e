/**
 * One run: a model, its data, and where it stands. Knows how to describe itself and how to go back
 * to a checkpoint; what drives it is loop.ts.
 */
import type { DataOrder } from "#/core/data/order.ts";
import type { ExperimentConfig, LiveChange } from "#/core/experiment/config.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { LossTerms, TrainSummary } from "#/core/training/terms.ts";
import type { TrainingBatches } from "#/data/trainingBatches.ts";
import type { Engine, EngineState, StepSettings } from "#/engine/engine.ts";
import type { ImageSource } from "#/worker/host/imageSource.ts";
import { configAtStep } from "#/core/experiment/live.ts";
import { MetricsLog } from "#/worker/host/metricsLog.ts";
import { stepNoise, type StepNoise } from "#/worker/host/noise.ts";
import { PaceMeter } from "#/worker/host/pace.ts";
import { PreviewMemory } from "#/worker/host/previewFrame.ts";
import { PreviewSchedule } from "#/worker/host/previewSchedule.ts";
import type {
  Checkpoint,
  PreviewRequest,
  RunId,
  RunPhase,
  RunProgress,
} from "#/worker/protocol/messages.ts";

export interface RunParts {
  readonly id: RunId;
  readonly config: ExperimentConfig;
  readonly live: readonly LiveChange[];
  readonly vae: ResolvedVae;
  readonly engine: Engine;
  readonly order: DataOrder;
  readonly batches: TrainingBatches;
  readonly images: ImageSource;
  readonly preview: PreviewRequest;
  /** Where it begins: step 0 with initial weights, or later. */
  readonly from: Checkpoint;
}

export class Run {
  readonly id: RunId;
  readonly config: ExperimentConfig;
  readonly vae: ResolvedVae;
  readonly order: DataOrder;
  readonly batches: TrainingBatches;
  readonly images: ImageSource;
  readonly noise: StepNoise;
  /** [batch × D], filled anew for each step. */
  readonly batchBuffer: Float32Array;
  readonly log = new MetricsLog();
  readonly pace = new PaceMeter();
  readonly schedule = new PreviewSchedule();
  readonly memory = new PreviewMemory();
  /** Aborted when another run takes its place: long answers about it end then. */
  readonly ended = new AbortController();
  /** Replaced when a GPU device is lost. */
  engine: Engine;
  preview: PreviewRequest;
  live: readonly LiveChange[];
  phase: RunPhase;
  step: number;
  imagesSeen: number;
  targetStep: number;
  /** The newest state whose weights are all numbers. */
  lastGood: Checkpoint;
  /** How often it went back: a batch drawn before that is not the next one any more. */
  rewinds = 0;

  constructor(parts: RunParts) {
    const { config, from } = parts;
    this.id = parts.id;
    this.config = config;
    this.vae = parts.vae;
    this.order = parts.order;
    this.batches = parts.batches;
    this.images = parts.images;
    this.noise = stepNoise(config.training.seed, config.training.batch, parts.vae.latent);
    this.batchBuffer = new Float32Array(config.training.batch * parts.vae.pixels);
    this.engine = parts.engine;
    this.preview = parts.preview;
    this.live = parts.live;
    this.phase = from.step === 0 ? "ready" : "paused";
    this.step = from.step;
    this.imagesSeen = from.imagesSeen;
    this.targetStep = from.step;
    this.lastGood = from;
    this.batches.cursor = this.order.cursorAt(from.step);
  }

  /** What the experiment has become by the next step, live changes included. */
  get configNow(): ExperimentConfig {
    return configAtStep(this.config, this.live, this.step);
  }

  /** For the next step. */
  get settings(): StepSettings {
    const { objective, optimizer } = this.configNow;
    return { beta: objective.beta, learningRate: optimizer.learningRate };
  }

  /** Steps that the experiment plans. */
  get plannedSteps(): number {
    return this.configNow.training.epochs * this.order.stepsPerEpoch;
  }

  get comparable(): boolean {
    return this.lastGood.comparable && !this.batches.passedOver;
  }

  get epoch(): number {
    return this.imagesSeen / this.order.images;
  }

  progress(): RunProgress {
    return {
      phase: this.phase,
      step: this.step,
      epoch: this.epoch,
      imagesSeen: this.imagesSeen,
      stepsPerEpoch: this.order.stepsPerEpoch,
      targetStep: this.targetStep,
      msPerStep: this.pace.msPerStep,
      imagesPerSecond: this.phase === "training" ? this.pace.imagesPerSecond : 0,
      comparable: this.comparable,
    };
  }

  /** A step that was enqueued with `settings` on `count` images. */
  noteStep(count: number, settings: StepSettings): void {
    this.step++;
    this.imagesSeen += count;
    this.log.expect({ step: this.step, imagesSeen: this.imagesSeen, ...settings });
  }

  checkpoint(state: EngineState): Checkpoint {
    return {
      version: 1,
      config: this.config,
      live: this.live,
      step: this.step,
      imagesSeen: this.imagesSeen,
      weights: state.weights,
      moments: state.optimizer.moments,
      optimizerSteps: state.optimizer.steps,
      comparable: this.comparable,
    };
  }

  /** Goes back to the last good state; the engine must be given `engineState(lastGood)` too. */
  rewind(): void {
    this.rewinds++;
    this.step = this.lastGood.step;
    this.imagesSeen = this.lastGood.imagesSeen;
    this.batches.cursor = this.order.cursorAt(this.step);
    this.log.forget();
  }

  summary(loss: LossTerms, seconds: number, backend: string): TrainSummary {
    return {
      step: this.step,
      epoch: this.epoch,
      loss,
      // The objective here is in nats per image already.
      perImage: loss,
      seconds,
      msPerStep: this.pace.msPerStep,
      backend,
      engine: this.engine.kind,
    };
  }
}

export function engineState(checkpoint: Checkpoint): EngineState {
  return {
    weights: checkpoint.weights,
    optimizer: { steps: checkpoint.optimizerSteps, moments: checkpoint.moments },
  };
}
