/**
 * One lane of the worker: its run, or the model that it looks at, with its data, its trainer and its
 * pictures. Begins and ends them; which request does what is laneHandlers.ts.
 */
import type { EngineChoice, EngineReport } from "#/core/backend/engine.ts";
import type { BackendReport } from "#/core/backend/report.ts";
import type { Fault } from "#/core/fault.ts";
import type { BackendMemory, Engine } from "#/engine/engine.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { leaveKernels, switchEngine } from "#/worker/host/engineSwitch.ts";
import { notReady } from "#/worker/host/faults.ts";
import { jobsWhile, type Jobs } from "#/worker/host/jobs.ts";
import { LaneData } from "#/worker/host/laneData.ts";
import { LaneMemory } from "#/worker/host/laneMemory.ts";
import { checkLoad, loadModel } from "#/worker/host/loadedModel.ts";
import type { Turns } from "#/worker/host/lockStep.ts";
import type { MeasurementHost } from "#/worker/host/measurements.ts";
import type { Premises } from "#/worker/host/premises.ts";
import { Previews } from "#/worker/host/previews.ts";
import type { Model, QuestionHost } from "#/worker/host/questions.ts";
import { report } from "#/worker/host/reports.ts";
import type { Room } from "#/worker/host/rooms.ts";
import type { Run } from "#/worker/host/run.ts";
import { engineState, progressOf } from "#/worker/host/runState.ts";
import { checkStart, startRun } from "#/worker/host/startRun.ts";
import { Trainer, type TrainerHost } from "#/worker/host/trainer.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Params } from "#/worker/protocol/messages.ts";
import type { RunId, RunInfo } from "#/worker/protocol/run.ts";

export class Lane implements TrainerHost, QuestionHost, MeasurementHost {
  readonly #premises: Premises;
  readonly #memory: LaneMemory;
  readonly clock: Clock;
  /** All of its jobs, also those that free what it holds. */
  readonly #line: Jobs;
  /** For whoever works with its model: nothing is done once the lane has ended. */
  readonly jobs: Jobs;
  readonly turns: Turns;
  readonly emit: (event: EngineEvent) => void;
  readonly previews: Previews;
  readonly trainer: Trainer;
  readonly data = new LaneData();
  #run: Run | null = null;
  #looked: Model | null = null;
  #runId: RunId = 0;
  /** Its run is ending: nobody may begin anything with it. */
  #leaving = false;
  #ended = false;
  /** Milliseconds to wait after each step. */
  msBetweenSteps = 0;

  constructor(id: LaneId, premises: Premises, emit: (event: EngineEvent) => void) {
    const { clock, rooms, lockStep, working } = premises;
    this.#premises = premises;
    this.#memory = new LaneMemory(
      () => rooms.current,
      () => {
        working(id);
      },
    );
    this.clock = clock;
    this.#line = this.#memory.counted(rooms.jobs);
    this.jobs = jobsWhile(() => !this.#ended, this.#line);
    this.turns = lockStep.of(id);
    this.emit = emit;
    this.previews = new Previews({ clock, jobs: this.jobs, emit, lockStep });
    this.trainer = new Trainer(this);
  }

  /** @throws EngineError "not-ready". */
  run(): Run {
    if (this.#run === null || this.#leaving) throw notReady();
    return this.#run;
  }

  /** What answers questions. @throws EngineError "not-ready". */
  model(): Model {
    return this.#looked ?? this.run();
  }

  get training(): boolean {
    return this.trainer.training;
  }

  /** Where its engine lives. @throws EngineError "not-ready". */
  get report(): BackendReport {
    return this.#premises.rooms.current.report;
  }

  get backend(): string {
    return this.report.backend;
  }

  settled(): Promise<void> {
    return this.#premises.rooms.settled();
  }

  async offerPreview(signal: AbortSignal): Promise<void> {
    if (this.#run !== null) await this.previews.offer(this.#run, signal);
  }

  /** Of this lane alone. */
  get memory(): BackendMemory {
    const { tensors, bytes } = this.#memory.held;
    const { hostBytes = 0, deviceBytes = 0 } = this.#run?.engine ?? {};
    return { tensors, bytes: bytes + hostBytes + deviceBytes };
  }

  /** In turn. A start that is refused leaves the run before as it is. */
  async start(params: Params<"start">): Promise<RunInfo> {
    const { datasets, rooms } = this.#premises;
    const { set } = params.config.data;
    const vae = checkStart(params, await datasets.entry(set));
    await this.clear();
    this.#runId = params.runId;
    const use = await datasets.use(set, {
      changed: (dataset) => {
        this.emit({
          type: "dataset",
          runId: this.#runId,
          dataset: { ...dataset, shape: vae.image },
        });
      },
      failed: (fault) => {
        this.#tell(fault);
      },
    });
    this.data.take(use, vae.image);
    const run = await startRun(params, vae, use.dataset, (...parts) =>
      this.jobs.run("answer", () => rooms.current.build(...parts)),
    );
    this.#run = run;
    const progress = progressOf(run);
    this.emit({ type: "progress", runId: run.id, progress });
    const { report: engine } = run.engine;
    this.emit({ type: "engine", runId: run.id, report: engine });
    return { runId: run.id, progress, dataset: this.data.summary, ...this.memory, engine };
  }

  /** In turn. */
  async setEngine(choice: EngineChoice): Promise<EngineReport> {
    const run = this.run();
    const { build } = this.#premises.rooms.current;
    const engine = await switchEngine(run, choice, this, build);
    this.#tellEngine(run, engine);
    return engine;
  }

  async withoutKernels(run: Run, engine: Engine, words: string): Promise<void> {
    const left = await leaveKernels(run, engine, words, this, (...parts) =>
      this.#premises.rooms.current.build(...parts),
    );
    if (left !== null) this.#tellEngine(run, left);
  }

  #tellEngine(run: Run, engine: EngineReport): void {
    this.emit({ type: "engine", runId: run.id, report: engine });
    report(run, this);
  }

  /** In turn. A model to look at, instead of any run. */
  async load(params: Params<"load">): Promise<void> {
    const { rooms } = this.#premises;
    const { vae, state } = checkLoad(params);
    await this.clear();
    this.data.leave();
    this.#looked = await this.jobs.run("answer", () =>
      loadModel(params, vae, state, rooms.current.build),
    );
  }

  /** In turn. Ends the run and frees its model; its data stay for the next. */
  async clear(): Promise<void> {
    await this.#stop();
    await this.#free();
  }

  /** In turn. As `clear`, with its share of the data. */
  async vacate(): Promise<void> {
    try {
      await this.clear();
    } finally {
      this.data.leave();
    }
  }

  /** In turn. As `vacate`, for good: what still waits for its turn is cancelled. */
  async end(): Promise<void> {
    await this.#stop();
    this.#ended = true;
    await this.vacate();
  }

  async #stop(): Promise<void> {
    this.#leaving = true;
    await this.trainer.stop();
    this.#run?.ended.abort();
  }

  async #free(): Promise<void> {
    const [run, looked] = [this.#run, this.#looked];
    this.#run = null;
    this.#looked = null;
    this.#leaving = false;
    if (run === null && looked === null) return;
    await this.#line.run("answer", () => {
      // Asked for here: a device that failed may have put another engine in the place of the run's.
      for (const engine of [run?.engine, looked?.engine]) engine?.[Symbol.dispose]();
    });
  }

  /** The device has failed, and the engine with it. */
  leftRoom(): void {
    this.#run?.engine[Symbol.dispose]();
    this.#looked = null;
    this.#memory.forget();
  }

  /** Puts the run on another device, where it last was sound. */
  async enteredRoom(room: Room, fault: Fault): Promise<void> {
    this.#tell(fault);
    const run = this.#run;
    if (run !== null) {
      // What was learnt since the checkpoint is told before the same steps are taken again.
      const batch = run.log.drain();
      if (batch !== null) this.emit({ type: "metrics", runId: run.id, batch });
      run.rewind();
      const state = engineState(run.lastGood);
      const build = () => room.build(run.vae, run.configNow, state, run.choice);
      run.changeEngine(await this.#memory.count(build));
    }
    this.emit({ type: "backend", runId: this.#runId, report: room.report });
    if (run !== null) this.emit({ type: "engine", runId: run.id, report: run.engine.report });
  }

  #tell(fault: Fault): void {
    this.emit({ type: "error", runId: this.#runId, fault });
  }
}
