/** Every program of a model, and what its dispatches take of a device: as data, without one. */
import { presetIds, type PresetId } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import { clippedUpdate, squaresBuffer } from "#/engine/compiled/kernels/clipped.ts";
import {
  parameterBuffers,
  parameterVector,
  statisticsBuffer,
} from "#/engine/compiled/kernels/parameters.ts";
import { gradientSink, updateSink } from "#/engine/compiled/kernels/update.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { stepBuffers, stepKernels, type StepModel } from "#/engine/compiled/stepProgram.ts";
import { foursCases } from "#/engine/testing/foursModels.ts";
import { resolved, testModels } from "#/engine/testing/models.ts";

export interface ProgramModel extends StepModel {
  readonly name: string;
  readonly optimizer: OptimizerSpec;
}

/** "learn", "probe" and "shorten" of programs.ts. */
export function programsOf(model: ProgramModel): readonly (readonly Kernel[])[] {
  const update = updateSink(model.optimizer);
  return [
    stepKernels(model, update, true),
    stepKernels(model, gradientSink, false),
    [...stepKernels(model, gradientSink, true), ...clippedUpdate(model.vae.parameters, update)],
  ];
}

/** Floats of every buffer that a program of the model can be bound to, by name. */
export function bufferLengths(model: ProgramModel): ReadonlyMap<string, number> {
  const { parameters, statistics, parameterCount } = model.vae;
  const all = [
    ...stepBuffers(model),
    parameterVector(parameters, parameterBuffers.values),
    parameterVector(parameters, parameterBuffers.gradients),
    { name: parameterBuffers.moments, length: 2 * parameterCount },
    parameterVector(statistics, statisticsBuffer),
    squaresBuffer,
  ];
  return new Map(all.map(({ name, length }) => [name, length]));
}

/** Threads of a workgroup. */
export function threadsOf({ code }: Kernel): number {
  return product(/@workgroup_size\(([^)]*)\)/.exec(code)?.[1]?.split(",") ?? []);
}

const wordBytes: Readonly<Record<string, number>> = {
  ...{ f32: 4, u32: 4, i32: 4, vec2f: 8, vec2u: 8 },
  // In an array each third takes the room of a fourth.
  ...{ vec3f: 16, vec4f: 16, vec4u: 16 },
};

/** Bytes of a workgroup's own memory; NaN where a declaration is none that this can read. */
export function workgroupBytes({ code }: Kernel): number {
  const declared = code.match(/var<workgroup>/g)?.length ?? 0;
  const arrays = [...code.matchAll(/var<workgroup>\s+\w+\s*:\s*array<(\w+),\s*([^>]+)>/g)];
  const unread = declared === arrays.length ? 0 : Number.NaN;
  return arrays.reduce(
    (sum, [, type = "", length = ""]) =>
      sum + (wordBytes[type] ?? Number.NaN) * product(length.split("*")),
    unread,
  );
}

function product(factors: readonly string[]): number {
  return factors.reduce((all, factor) => all * Number.parseInt(factor, 10), 1);
}

/** Sides as the data sets have them; the biggest that the celebrities' faces can be cropped to. */
function imageOf(id: PresetId): ImageShape {
  const { data } = presetConfig(id);
  const digits = data.set === "mnist" || data.set === "fashion";
  return digits ? [28, 28, 1] : [32, 32, 3];
}

export function presetModel(id: PresetId): ProgramModel {
  const { model, objective, optimizer, training } = presetConfig(id);
  const learntSigma = objective.likelihood === "gaussian" && objective.noise === "learnt";
  const vae = resolved(model, imageOf(id), { classes: 10, learntSigma });
  return { name: id, vae, objective, optimizer, batch: training.batch };
}

/** All presets, and what the checks train. */
export const programModels: readonly ProgramModel[] = [
  ...presetIds.map(presetModel),
  ...testModels.map(({ name, spec, classes }) => {
    const { objective, optimizer } = firstConfig;
    return { name, vae: resolved(spec, [8, 8, 2], { classes }), objective, optimizer, batch: 5 };
  }),
  ...foursCases.map(({ name, vae, objective, optimizer, most }) => {
    return { name, vae, objective, optimizer, batch: most };
  }),
];
