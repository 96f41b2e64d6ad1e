/**
 * Takes the steps of one model, and gives the terms back when asked. A step whose batch is given goes
 * up and off at once; those whose batches the device makes are queued and submitted together.
 */
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { unflatten } from "#/engine/checkpoint.ts";
import { createBatchMaker, type BatchMaker } from "#/engine/compiled/batchMaker.ts";
import { uploadBatch } from "#/engine/compiled/batchInput.ts";
import { guarded } from "#/engine/compiled/guarded.ts";
import {
  bytesOf,
  destroyAll,
  makeBuffers,
  named,
  readBuffers,
  type BuffersByName,
} from "#/engine/compiled/device.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import { loggedTerms } from "#/engine/compiled/kernels/terms.ts";
import { createPrograms, type ProgramName } from "#/engine/compiled/programs.ts";
import type { Recording } from "#/engine/compiled/recording.ts";
import { noDraws, packRow, rowBytes } from "#/engine/compiled/settings.ts";
import { createStepLog } from "#/engine/compiled/stepLog.ts";
import { loggedSteps, stepBuffers, type StepModel } from "#/engine/compiled/stepProgram.ts";
import { type PlannedStep, planStep } from "#/engine/compiled/stepRow.ts";
import type { Engine, EngineMemory, Probe, StepSettings, TrainingBatch } from "#/engine/engine.ts";
import type { FeedPlan } from "#/engine/feed.ts";
import { present } from "#/engine/readback.ts";

/** Steps that are submitted together at most. */
const mostQueued = 128;

/** Of a step's settings, what says which program takes it. */
type Clip = Pick<StepSettings, "clip">;

export interface StepRunner extends Pick<Engine, "readTerms" | "probe">, EngineMemory, Disposable {
  /** Of the last step; null before the first. */
  readonly dispatches: number | null;
  isReady(settings: Clip): boolean;
  /** Compiles what steps with `settings` need. Rejects with what the device or its compiler says. */
  prepare(settings: Clip): Promise<void>;
  /** Submits step `steps` of the optimiser, 1 for the first. */
  step(batch: TrainingBatch, settings: StepSettings, steps: number): void;
  /** The device makes the batches of `queue` from now on. Rejects with the browser's GPUPipelineError. */
  feed(plan: FeedPlan): Promise<Queue>;
  /** Submits what is queued. */
  submit(): void;
}

export interface Queue {
  /** Steps that are submitted together at most. */
  readonly room: number;
  /** Step `steps` of the optimiser, on what the run's step `step` takes of the images `indices`. */
  add(step: number, indices: Uint32Array, settings: StepSettings, steps: number): void;
}

/** @param residentBytes a data set of more is not kept on the device whole */
export function createStepRunner(
  device: GPUDevice,
  model: StepModel,
  rule: UpdateRule,
  parameters: BuffersByName,
  residentBytes: number,
): StepRunner {
  const { vae } = model;
  const own = makeBuffers(device, stepBuffers(model));
  const rows = new DataView(new ArrayBuffer(mostQueued * rowBytes));
  const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
  const settingsRows = device.createBuffer({ label: "settings", size: rows.byteLength, usage });
  const shared = new Map([...parameters, ...own]);
  const programs = createPrograms(device, model, rule, shared, settingsRows);
  const log = createStepLog(device, own);
  let maker: BatchMaker | null = null;
  let disposed = false;
  let queued: Recording[] = [];
  let dispatches: number | null = null;

  const programOf = ({ clip }: Clip): ProgramName => (clip === 0 ? "learn" : "shorten");

  /** What each row's step consists of, one row after another. */
  function send(steps: readonly (readonly Recording[])[]): void {
    device.queue.writeBuffer(settingsRows, 0, rows, 0, steps.length * rowBytes);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (const [row, parts] of steps.entries()) {
      for (const part of parts) part.encode(pass, row);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
    dispatches = (steps.at(-1) ?? []).reduce((sum, part) => sum + part.dispatches, 0);
  }

  function submit(): void {
    if (maker === null || queued.length === 0) return;
    const { recording } = maker;
    maker.upload(queued.length);
    send(queued.map((program) => [recording, program]));
    queued = [];
  }

  function sendGiven(program: Recording, batch: TrainingBatch, { row }: PlannedStep): void {
    if (batch.count > model.batch) throw new Error(`compiled for ${String(model.batch)} images`);
    submit();
    uploadBatch(device.queue, vae, own, batch);
    packRow(rows, 0, { ...row, ...noDraws });
    send([[program]]);
  }

  function addTo(
    made: BatchMaker,
    step: number,
    indices: Uint32Array,
    settings: StepSettings,
    steps: number,
  ): void {
    if (maker !== made) throw new Error("another feed was opened");
    const place = queued.length;
    const { length: count } = indices;
    const planned = planStep(model, rule, { count, steps, slot: log.slot }, settings);
    packRow(rows, place, { ...planned.row, ...made.choose(place, step, indices) });
    queued.push(programs.recording(programOf(settings)));
    // A full log is read at once.
    if (queued.length === made.room || log.slot + 1 === loggedSteps) submit();
    log.add(planned.read);
  }

  async function readProbe({ row, read }: PlannedStep): Promise<Probe> {
    const values = await readBuffers(device, [
      { buffer: named(own, buffers.terms), floats: (row.slot + 1) * loggedTerms },
      { buffer: named(own, buffers.klMeans), floats: vae.latent },
      { buffer: programs.gradients(), floats: vae.parameterCount },
    ]);
    const [terms, klPerDimension, gradients] = values;
    return {
      ...read(present(terms).subarray(row.slot * loggedTerms)),
      klPerDimension: present(klPerDimension),
      gradients: unflatten(
        vae.parameters,
        present(gradients).map((sum) => sum * row.scale),
        (name) => name,
      ),
    };
  }

  return {
    get dispatches() {
      return dispatches;
    },
    isReady: (settings) => programs.isReady(programOf(settings)),
    prepare: (settings) => programs.prepare(programOf(settings)),
    step(batch, settings, steps) {
      const planned = planStep(model, rule, { ...batch, steps, slot: log.slot }, settings);
      sendGiven(programs.recording(programOf(settings)), batch, planned);
      log.add(planned.read);
    },
    async feed(plan) {
      const options = { vae, shared, settings: settingsRows, steps: mostQueued, residentBytes };
      const made = await guarded(device, () => createBatchMaker(device, plan, options));
      if (disposed) {
        made[Symbol.dispose]();
        throw new Error("the engine was disposed");
      }
      submit();
      maker?.[Symbol.dispose]();
      maker = made;
      return {
        room: made.room,
        add: (...added) => {
          addTo(made, ...added);
        },
      };
    },
    submit,
    readTerms() {
      submit();
      return log.read();
    },
    async probe(batch, settings) {
      await programs.prepare("probe");
      // Its row of the log is the next step's, which overwrites it.
      const planned = planStep(model, rule, { ...batch, steps: 1, slot: log.slot }, settings);
      sendGiven(programs.recording("probe"), batch, planned);
      return readProbe(planned);
    },
    get hostBytes() {
      return rows.byteLength + (maker?.hostBytes ?? 0);
    },
    get deviceBytes() {
      const kept = bytesOf(own) + settingsRows.size + programs.deviceBytes;
      return kept + (maker?.deviceBytes ?? 0);
    },
    [Symbol.dispose]() {
      disposed = true;
      maker?.[Symbol.dispose]();
      programs[Symbol.dispose]();
      destroyAll(own);
      settingsRows.destroy();
    },
  };
}
