/** Where a fake run stands, and how it describes itself. Moves only when told to. */
import { engineFor, type EngineChoice, type EngineReport } from "#/core/backend/engine.ts";
import type { BackendReport } from "#/core/backend/report.ts";
import type {
  ExperimentConfig,
  LiveChange,
  LiveField,
  LiveValue,
} from "#/core/experiment/config.ts";
import { configAtStep, recordLive } from "#/core/experiment/live.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { isOutOfPatience, validated, type ValidationState } from "#/core/training/earlyStopping.ts";
import { settingsAt } from "#/core/training/settings.ts";
import type { LossTerms, TrainSummary, Weights } from "#/core/training/terms.ts";
import type {
  Checkpoint,
  DatasetSummary,
  MetricsBatch,
  RunPhase,
  RunProgress,
} from "#/worker/protocol/run.ts";
import type { Params } from "#/worker/protocol/messages.ts";
import type { PreviewFrame, PreviewRequest } from "#/worker/protocol/preview.ts";
import { fakeFrame } from "#/worker/testing/fakeFrame.ts";
import { fakeTerms } from "#/worker/testing/fakeModel.ts";

/** The data set that the fake pretends to train on. */
export interface FakeSet {
  readonly shape: ImageShape;
  readonly classes: readonly string[];
  readonly train: number;
  readonly test: number;
}

export const pixelsOf = ([height, width, channels]: ImageShape) => height * width * channels;

export class FakeRun {
  readonly start: Params<"start">;
  readonly set: FakeSet;
  live: readonly LiveChange[];
  preview: PreviewRequest;
  phase: RunPhase;
  step: number;
  target: number;
  validation: ValidationState | null;
  stoppedEarly: boolean;
  choice: EngineChoice;
  /** Resolves the running `train` call; null while none runs. */
  finish: ((summary: TrainSummary) => void) | null = null;

  constructor(start: Params<"start">, set: FakeSet) {
    this.start = start;
    this.set = set;
    this.live = start.live;
    this.preview = start.preview;
    this.choice = start.engine;
    this.step = start.checkpoint?.step ?? 0;
    this.target = this.step;
    this.validation = start.checkpoint?.validation ?? null;
    this.stoppedEarly = start.checkpoint?.stoppedEarly ?? false;
    this.phase = this.step === 0 ? "ready" : "paused";
  }

  get latent(): number {
    return this.start.config.model.latent;
  }

  get pixels(): number {
    return pixelsOf(this.set.shape);
  }

  get stepsPerEpoch(): number {
    return Math.ceil(this.set.train / this.start.config.training.batch);
  }

  get imagesSeen(): number {
    return this.step * this.start.config.training.batch;
  }

  /** Labels a conditional model knows; 0 for an unconditional one. */
  get classes(): number {
    return this.start.config.model.condition === "label" ? this.set.classes.length : 0;
  }

  /** The experiment as it has become, live changes included. */
  get config(): ExperimentConfig {
    return configAtStep(this.start.config, this.live, this.step);
  }

  /** Terms of the current step. */
  get terms(): { loss: LossTerms; perImage: LossTerms } {
    return this.termsAt(this.step);
  }

  termsAt(step: number): { loss: LossTerms; perImage: LossTerms } {
    const { config } = this;
    return fakeTerms(step, this.pixels, config, settingsAt(config, Math.max(0, step - 1)).beta);
  }

  get planned(): number {
    return this.config.training.epochs * this.stepsPerEpoch;
  }

  change(field: LiveField, value: LiveValue): LiveChange {
    const change = { step: this.step, field, value };
    this.live = recordLive(this.live, change);
    return change;
  }

  /** Takes so many steps, fewer where patience ends; their columns. */
  take(count: number): MetricsBatch {
    const { config } = this;
    const validation: MetricsBatch["validation"][number][] = [];
    const first = this.step;
    while (this.step < first + count && !this.stoppedEarly) {
      this.step++;
      if (config.training.validation === "epoch" && this.step % this.stepsPerEpoch === 0) {
        validation.push({ step: this.step, ...this.terms });
        this.validation = validated(this.validation, this.terms.loss.total, this.step);
        this.stoppedEarly = isOutOfPatience(this.validation, config.training.patience);
      }
    }
    const steps = Uint32Array.from({ length: this.step - first }, (_, i) => first + i + 1);
    const terms = [...steps].map((step) => this.termsAt(step));
    const settings = [...steps].map((step) => settingsAt(config, step - 1));
    return {
      steps,
      imagesSeen: Float64Array.from(steps, (step) => step * config.training.batch),
      reconstruction: Float32Array.from(terms, (t) => t.perImage.reconstruction),
      kl: Float32Array.from(terms, (t) => t.perImage.kl),
      total: Float32Array.from(terms, (t) => t.perImage.total),
      lossReconstruction: Float32Array.from(terms, (t) => t.loss.reconstruction),
      lossKl: Float32Array.from(terms, (t) => t.loss.kl),
      lossTotal: Float32Array.from(terms, (t) => t.loss.total),
      beta: Float32Array.from(settings, (s) => s.beta),
      learningRate: Float32Array.from(settings, (s) => s.learningRate),
      test: [],
      validation,
    };
  }

  frame(points: number): PreviewFrame {
    const { config, step, imagesSeen, pixels } = this;
    const { beta } = settingsAt(config, step);
    const moment = { config, step, imagesSeen, pixels, classes: this.set.classes.length, beta };
    return fakeFrame(this.preview, moment, Math.min(points, this.set.test));
  }

  progress(): RunProgress {
    return {
      phase: this.phase,
      step: this.step,
      epoch: this.imagesSeen / this.set.train,
      imagesSeen: this.imagesSeen,
      stepsPerEpoch: this.stepsPerEpoch,
      targetStep: this.target,
      msPerStep: 5,
      jsMsPerStep: 1,
      dispatchesPerStep: 16,
      imagesPerSecond: this.phase === "training" ? this.start.config.training.batch * 200 : 0,
      comparable: true,
      validation: this.validation,
      validating: null,
      stoppedEarly: this.stoppedEarly,
    };
  }

  /** Whatever the model, it compiles where anything does. */
  engine({ backend }: Pick<BackendReport, "backend">): EngineReport {
    return engineFor(this.choice, backend === "webgpu");
  }

  summary(report: BackendReport): TrainSummary {
    return {
      step: this.step,
      epoch: this.imagesSeen / this.set.train,
      ...this.terms,
      seconds: this.step / 200,
      msPerStep: 5,
      backend: report.backend,
      engine: this.engine(report).kind,
    };
  }

  weights(): Weights {
    const values = new Float32Array(this.latent);
    return { "mean/bias": { shape: [this.latent], values } };
  }

  checkpoint(): Checkpoint {
    return {
      version: 2,
      config: this.start.config,
      live: this.live,
      step: this.step,
      imagesSeen: this.imagesSeen,
      weights: this.weights(),
      moments: {},
      optimizerSteps: this.step,
      validation: this.validation,
      best:
        this.validation !== null && this.start.config.training.restoreBest
          ? { step: this.validation.bestStep, weights: this.weights() }
          : null,
      stoppedEarly: this.stoppedEarly,
      comparable: true,
    };
  }

  dataset(): DatasetSummary {
    const { train, test, shape, classes } = this.set;
    const bytes = train * this.pixels;
    return {
      ...{ id: this.start.config.data.set, train, test, shape, classes },
      ...{ loadedChunks: 1, totalChunks: 1, loadedImages: train },
      ...{ loadedBytes: bytes, totalBytes: bytes, failed: [] },
    };
  }
}
