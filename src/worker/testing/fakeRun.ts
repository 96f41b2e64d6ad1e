/** Where a fake run stands, and how it describes itself. Moves only when told to. */
import type { BackendReport } from "#/core/backend/report.ts";
import type { LiveChange, LiveField } from "#/core/experiment/config.ts";
import { liveValue, recordLive } from "#/core/experiment/live.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { LossTerms, TrainSummary, Weights } from "#/core/training/terms.ts";
import type {
  Checkpoint,
  DatasetSummary,
  MetricsBatch,
  Params,
  PreviewFrame,
  PreviewRequest,
  RunPhase,
  RunProgress,
} from "#/worker/protocol/messages.ts";
import { fakeFrame, fakeTerms } from "#/worker/testing/fakeModel.ts";

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
  /** Resolves the running `train` call; null while none runs. */
  finish: ((summary: TrainSummary) => void) | null = null;

  constructor(start: Params<"start">, set: FakeSet) {
    this.start = start;
    this.set = set;
    this.live = start.live;
    this.preview = start.preview;
    this.step = start.checkpoint?.step ?? 0;
    this.target = this.step;
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

  /** Terms of the current step. */
  get terms(): LossTerms {
    return fakeTerms(this.step, this.pixels, this.value("objective.beta"));
  }

  get planned(): number {
    return this.value("training.epochs") * this.stepsPerEpoch;
  }

  value(field: LiveField): number {
    return liveValue(this.start.config, this.live, field, this.step);
  }

  change(field: LiveField, value: number): LiveChange {
    const change = { step: this.step, field, value };
    this.live = recordLive(this.live, change);
    return change;
  }

  /** Takes so many steps; their columns. */
  take(count: number): MetricsBatch {
    const steps = Uint32Array.from({ length: count }, (_, i) => this.step + i + 1);
    const beta = this.value("objective.beta");
    const terms = [...steps].map((step) => fakeTerms(step, this.pixels, beta));
    const rate = this.value("optimizer.learningRate");
    this.step += count;
    return {
      steps,
      imagesSeen: Float64Array.from(steps, (step) => step * this.start.config.training.batch),
      reconstruction: Float32Array.from(terms, (t) => t.reconstruction),
      kl: Float32Array.from(terms, (t) => t.kl),
      beta: new Float32Array(count).fill(beta),
      learningRate: new Float32Array(count).fill(rate),
      test: [],
    };
  }

  frame(points: number): PreviewFrame {
    const { step, imagesSeen, pixels } = this;
    const shown = { step, imagesSeen, pixels, beta: this.value("objective.beta") };
    return fakeFrame(this.preview, shown, Math.min(points, this.set.test));
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
      imagesPerSecond: this.phase === "training" ? this.start.config.training.batch * 200 : 0,
      comparable: true,
    };
  }

  summary({ backend, engine }: BackendReport): TrainSummary {
    return {
      step: this.step,
      epoch: this.imagesSeen / this.set.train,
      loss: this.terms,
      perImage: this.terms,
      seconds: this.step / 200,
      msPerStep: 5,
      backend,
      engine,
    };
  }

  weights(): Weights {
    const values = new Float32Array(this.latent);
    return { "mean/bias": { shape: [this.latent], values } };
  }

  checkpoint(): Checkpoint {
    return {
      version: 1,
      config: this.start.config,
      live: this.live,
      step: this.step,
      imagesSeen: this.imagesSeen,
      weights: this.weights(),
      moments: {},
      optimizerSteps: this.step,
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
