/** The three ways through a model's step, each compiled and recorded when it is first needed. */
import type { UpdateRule } from "#/core/training/optimizers.ts";
import {
  bytesOf,
  destroyAll,
  makeBuffers,
  named,
  type BuffersByName,
} from "#/engine/compiled/device.ts";
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
  /** Compiles ahead. Rejects with the browser's GPUPipelineError. */
  prepare(name: ProgramName): Promise<void>;
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
  let gradients: BuffersByName | null = null;

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

  return {
    prepare: (name) => pipelines.prepare(kernels[name]()),
    recording(name) {
      const known = recordings.get(name);
      if (known !== undefined) return known;
      const buffers = name === "learn" ? shared : new Map([...shared, ...gradientBuffers()]);
      const made = record(device, pipelines, kernels[name](), buffers, settings);
      recordings.set(name, made);
      return made;
    },
    gradients: () => named(gradientBuffers(), parameterBuffers.gradients),
    get deviceBytes() {
      return gradients === null ? 0 : bytesOf(gradients);
    },
    [Symbol.dispose]() {
      if (gradients !== null) destroyAll(gradients);
    },
  };
}
