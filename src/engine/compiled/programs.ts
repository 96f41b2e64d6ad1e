/** The three ways through a model's step, each built, compiled and recorded once, before it is needed. */
import type { UpdateRule } from "#/core/training/optimizers.ts";
import {
  bytesOf,
  destroyAll,
  makeBuffers,
  named,
  type BuffersByName,
} from "#/engine/compiled/device.ts";
import { guardedCalls } from "#/engine/compiled/guarded.ts";
import { clippedUpdate, squaresBuffer } from "#/engine/compiled/kernels/clipped.ts";
import { parameterBuffers, parameterVector } from "#/engine/compiled/kernels/parameters.ts";
import { gradientSink, updateSink } from "#/engine/compiled/kernels/update.ts";
import { pipelinesOf } from "#/engine/compiled/pipelines.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { record, type Recording } from "#/engine/compiled/recording.ts";
import { stepKernels, type StepModel } from "#/engine/compiled/stepProgram.ts";

/**
 * "learn": parameters move as their gradients are found. "shorten": gradients are written, measured,
 * shortened, applied. "probe": gradients are written and nothing moves.
 */
export type ProgramName = "learn" | "shorten" | "probe";

export interface Programs extends Disposable {
  isReady(name: ProgramName): boolean;
  /**
   * Compiles and records; others may use the device meanwhile. Rejects with what the device or its
   * compiler says.
   */
  prepare(name: ProgramName): Promise<void>;
  /** @throws where it was not prepared. */
  recording(name: ProgramName): Recording;
  /** Of all parameters, as "probe" leaves it: summed over the batch. */
  gradients(): GPUBuffer;
  /** Of its own buffers. */
  readonly deviceBytes: number;
}

/** @param shared parameters, their moments, and what the step's kernels hand on */
export function createPrograms(
  device: GPUDevice,
  model: StepModel,
  rule: UpdateRule,
  shared: BuffersByName,
  settings: GPUBuffer,
): Programs {
  const { parameters } = model.vae;
  const pipelines = pipelinesOf(device);
  const recordings = new Map<ProgramName, Recording>();
  /** Those under way. */
  const preparing = new Map<ProgramName, Promise<void>>();
  let gradients: BuffersByName | null = null;
  let disposed = false;

  const kernels: Readonly<Record<ProgramName, () => readonly Kernel[]>> = {
    learn: () => stepKernels(model, updateSink(rule), true),
    probe: () => stepKernels(model, gradientSink, false),
    shorten: () => [
      ...stepKernels(model, gradientSink, true),
      ...clippedUpdate(parameters, updateSink(rule)),
    ],
  };

  function gradientBuffers(): BuffersByName {
    gradients ??= makeBuffers(device, [
      squaresBuffer,
      parameterVector(parameters, parameterBuffers.gradients),
    ]);
    return gradients;
  }

  async function make(name: ProgramName): Promise<void> {
    const program = kernels[name]();
    await guardedCalls(device, () => pipelines.prepare(program));
    if (disposed) throw new Error("the engine was disposed");
    const recording = await guardedCalls(device, () => {
      const buffers = name === "learn" ? shared : new Map([...shared, ...gradientBuffers()]);
      return record(device, pipelines, program, buffers, settings);
    });
    recordings.set(name, recording);
  }

  return {
    isReady: (name) => recordings.has(name),
    async prepare(name) {
      if (recordings.has(name)) return;
      const making = preparing.get(name) ?? make(name).finally(() => preparing.delete(name));
      preparing.set(name, making);
      await making;
    },
    recording(name) {
      const known = recordings.get(name);
      if (known === undefined) throw new Error(`the program "${name}" was not prepared`);
      return known;
    },
    gradients: () => named(gradientBuffers(), parameterBuffers.gradients),
    get deviceBytes() {
      return gradients === null ? 0 : bytesOf(gradients);
    },
    [Symbol.dispose]() {
      disposed = true;
      if (gradients !== null) destroyAll(gradients);
    },
  };
}
