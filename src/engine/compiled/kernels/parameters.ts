/**
 * All parameters lie in one vector, in the order of `ResolvedVae.parameters`: a layer's bias behind
 * its kernel, so that both are one matrix with a last row for what is always 1. Moments and gradients
 * lie the same way.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import type { Binding, BufferSpec } from "#/engine/compiled/program.ts";
import { read, uint, write } from "#/engine/compiled/wgsl.ts";

export const parameterBuffers = {
  values: "parameters",
  /** First and second of each [parameters × 2]. */
  moments: "moments",
  /** Sums over the batch. */
  gradients: "gradients",
} as const;

/** Running means and variances, in the order of `ResolvedVae.statistics`. */
export const statisticsBuffer = "statistics";

export const statistics: Binding = write("running", statisticsBuffer);

export const weights: Binding = read("weights", parameterBuffers.values);

/** Where a parameter begins. */
export function offsetOf(parameters: readonly ParameterSpec[], name: string): number {
  let offset = 0;
  for (const parameter of parameters) {
    if (parameter.name === name) return offset;
    offset += parameter.size;
  }
  throw new Error(`there is no parameter ${name}`);
}

/** The same as a literal. */
export function placeOf(parameters: readonly ParameterSpec[], name: string): string {
  return uint(offsetOf(parameters, name));
}

export function parameterVector(parameters: readonly ParameterSpec[], name: string): BufferSpec {
  return { name, length: parameters.reduce((sum, { size }) => sum + size, 0) };
}
