/** Takes the steps of one model: batch up, settings up, one submit, and the terms back when asked. */
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { unflatten } from "#/engine/checkpoint.ts";
import { uploadBatch } from "#/engine/compiled/batchInput.ts";
import {
  destroyAll,
  makeBuffers,
  named,
  readBuffers,
  type BuffersByName,
} from "#/engine/compiled/device.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import { loggedTerms } from "#/engine/compiled/kernels/terms.ts";
import { createPrograms, type ProgramName } from "#/engine/compiled/programs.ts";
import { packRow, rowBytes } from "#/engine/compiled/settings.ts";
import { createStepLog } from "#/engine/compiled/stepLog.ts";
import { stepBuffers, type StepModel } from "#/engine/compiled/stepProgram.ts";
import { type PlannedStep, planStep } from "#/engine/compiled/stepRow.ts";
import type { Engine, Probe, StepSettings, TrainingBatch } from "#/engine/engine.ts";
import { present } from "#/engine/readback.ts";

export interface StepRunner extends Pick<Engine, "readTerms" | "probe">, Disposable {
  /** Of the last step; null before the first. */
  readonly dispatches: number | null;
  /** Compiles what the first step will need. Rejects with the browser's GPUPipelineError. */
  prepare(clip: number): Promise<void>;
  /** Submits step `steps` of the optimiser, 1 for the first. */
  step(batch: TrainingBatch, settings: StepSettings, steps: number): void;
}

export function createStepRunner(
  device: GPUDevice,
  model: StepModel,
  rule: UpdateRule,
  parameters: BuffersByName,
): StepRunner {
  const { vae } = model;
  const { queue } = device;
  const own = makeBuffers(device, stepBuffers(model));
  const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
  const settingsRow = device.createBuffer({ label: "settings", size: rowBytes, usage });
  const shared = new Map([...parameters, ...own]);
  const programs = createPrograms(device, model, rule, shared, settingsRow);
  const log = createStepLog(device, own);
  let dispatches: number | null = null;

  function submit(name: ProgramName, batch: TrainingBatch, { row }: PlannedStep): void {
    if (batch.count > model.batch) throw new Error(`compiled for ${String(model.batch)} images`);
    uploadBatch(queue, vae, own, batch);
    queue.writeBuffer(settingsRow, 0, packRow(row));
    const recording = programs.recording(name);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    recording.encode(pass, 0);
    pass.end();
    queue.submit([encoder.finish()]);
    ({ dispatches } = recording);
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
    prepare: (clip) => programs.prepare(clip === 0 ? "learn" : "shorten"),
    step(batch, settings, steps) {
      const planned = planStep(model, rule, { ...batch, steps, slot: log.slot }, settings);
      submit(settings.clip === 0 ? "learn" : "shorten", batch, planned);
      log.add(planned.read);
    },
    readTerms: () => log.read(),
    async probe(batch, settings) {
      await programs.prepare("probe");
      // Its row of the log is the next step's, which overwrites it.
      const planned = planStep(model, rule, { ...batch, steps: 1, slot: log.slot }, settings);
      submit("probe", batch, planned);
      return readProbe(planned);
    },
    [Symbol.dispose]() {
      programs[Symbol.dispose]();
      destroyAll(own);
      settingsRow.destroy();
    },
  };
}
