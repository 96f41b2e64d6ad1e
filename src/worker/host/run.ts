/**
 * One run: a model, its data, and where it stands. Knows how to go back to a checkpoint; what it is
 * told as is runState.ts, what drives it loop.ts.
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import type { DataOrder } from "#/core/data/order.ts";
import type { ExperimentConfig, LiveChange } from "#/core/experiment/config.ts";
import { configAtStep } from "#/core/experiment/live.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Display } from "#/core/objective/spec.ts";
import { settingsAt } from "#/core/training/settings.ts";
import type { TrainingBatches } from "#/data/trainingBatches.ts";
import type { Engine, StepSettings, StepTerms } from "#/engine/engine.ts";
import type { ImageSource } from "#/worker/host/imageSource.ts";
import { MetricsLog } from "#/worker/host/metricsLog.ts";
import { PaceMeter } from "#/worker/host/pace.ts";
import { createPreparer, type Preparer } from "#/worker/host/prepare.ts";
import { PreviewMemory } from "#/worker/host/previewFrame.ts";
import { PreviewSchedule } from "#/worker/host/previewSchedule.ts";
import { createStepBatch, type StepBatch } from "#/worker/host/stepBatch.ts";
import { createStepTakers, type StepTakers } from "#/worker/host/stepTaker.ts";
import { ValidationLog } from "#/worker/host/validationLog.ts";
import type { Checkpoint, RunId, RunPhase } from "#/worker/protocol/run.ts";
import type { PreviewRequest } from "#/worker/protocol/preview.ts";

export interface RunParts {
  readonly id: RunId;
  readonly config: ExperimentConfig;
  readonly live: readonly LiveChange[];
  readonly vae: ResolvedVae;
  readonly engine: Engine;
  /** What `engine` was asked for as. */
  readonly choice: EngineChoice;
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
  readonly prepare: Preparer;
  readonly batch: StepBatch;
  readonly takers: StepTakers;
  readonly log = new MetricsLog();
  readonly pace = new PaceMeter();
  readonly schedule = new PreviewSchedule();
  readonly memory = new PreviewMemory();
  readonly validation: ValidationLog;
  /** Aborted when another run takes its place: long answers about it end then. */
  readonly ended = new AbortController();
  #engine: Engine;
  /** What the engine was asked for as. */
  choice: EngineChoice;
  /** Terms of steps that an engine before took, to be read before those of this one. */
  #earlier: readonly StepTerms[] = [];
  preview: PreviewRequest;
  live: readonly LiveChange[];
  phase: RunPhase;
  /** Share of the test split scored by a validation under way. */
  validating: number | null = null;
  step: number;
  imagesSeen: number;
  targetStep: number;
  /** The newest state whose weights are all numbers. */
  lastGood: Checkpoint;
  /** How often it went back: a batch drawn before that is not the next one any more. */
  rewinds = 0;
  #now: { live: readonly LiveChange[]; changes: number; config: ExperimentConfig } | null = null;

  constructor(parts: RunParts) {
    const { config, from, vae, images } = parts;
    this.id = parts.id;
    this.config = config;
    this.vae = vae;
    this.order = parts.order;
    this.batches = parts.batches;
    this.images = images;
    this.prepare = createPreparer(config.data.pixels, config.training.seed, config.training.batch);
    this.batch = createStepBatch(config, vae, images, this.prepare);
    this.takers = createStepTakers(config, images, parts.order.images, this.batch);
    this.#engine = parts.engine;
    this.choice = parts.choice;
    this.preview = parts.preview;
    this.live = parts.live;
    this.phase = from.step === 0 ? "ready" : from.stoppedEarly ? "done" : "paused";
    this.step = from.step;
    this.imagesSeen = from.imagesSeen;
    this.targetStep = from.step;
    this.lastGood = from;
    this.validation = new ValidationLog(config.training, parts.order.stepsPerEpoch, from);
    this.batches.cursor = this.order.cursorAt(from.step);
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** Another engine takes the steps from now on. @param unread terms of steps the one before took. */
  changeEngine(engine: Engine, unread: readonly StepTerms[] = []): void {
    this.#engine = engine;
    this.#earlier = [...this.#earlier, ...unread];
    this.pace.forget();
  }

  /** The terms of every step since the last call, whichever engine took it, oldest first. */
  async readTerms(): Promise<readonly StepTerms[]> {
    const terms = await this.#engine.readTerms();
    const earlier = this.#earlier;
    this.#earlier = [];
    return [...earlier, ...terms];
  }

  /** What the experiment has become by the next step, live changes included. */
  get configNow(): ExperimentConfig {
    const { live } = this;
    const changes = live.filter(({ step }) => step <= this.step).length;
    if (this.#now?.live !== live || this.#now.changes !== changes) {
      this.#now = { live, changes, config: configAtStep(this.config, live, this.step) };
    }
    return this.#now.config;
  }

  /** For the next step. */
  get settings(): StepSettings {
    return settingsAt(this.configNow, this.step);
  }

  /** Of step `step`, counting from 0, with the live changes up to then. */
  settingsAt(step: number): StepSettings {
    return settingsAt(configAtStep(this.config, this.live, step), step);
  }

  /** Steps that the experiment plans. */
  get plannedSteps(): number {
    return this.configNow.training.epochs * this.order.stepsPerEpoch;
  }

  get comparable(): boolean {
    return this.lastGood.comparable && !this.batches.passedOver;
  }

  get display(): Display {
    return this.config.objective.display;
  }

  get epoch(): number {
    return this.imagesSeen / this.order.images;
  }

  /** A step that was enqueued with `settings` on `count` images. */
  noteStep(count: number, { beta, learningRate }: StepSettings): void {
    this.advance(count);
    this.log.expect({ step: this.step, imagesSeen: this.imagesSeen, beta, learningRate });
  }

  /** A step on `count` images of which nothing is told: it was before. */
  advance(count: number): void {
    this.step++;
    this.imagesSeen += count;
  }

  /** Goes back to the last good state; the engine must be given `engineState(lastGood)` too. */
  rewind(): void {
    this.rewinds++;
    this.step = this.lastGood.step;
    this.imagesSeen = this.lastGood.imagesSeen;
    this.batches.cursor = this.order.cursorAt(this.step);
    this.validation.restore(this.lastGood);
    this.log.forget();
    this.#earlier = [];
  }
}
