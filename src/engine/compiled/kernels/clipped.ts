/**
 * A step whose gradient must be shortened first: its length is known only when all of it is, so it
 * is written out, its squares added up, and the parameters moved afterwards.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import { parameterBuffers, parameterVector } from "#/engine/compiled/kernels/parameters.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import type { BufferSpec, Kernel } from "#/engine/compiled/program.ts";
import { addUp, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

const threads = 256;
const groups = 64;

/** One partial sum a workgroup. */
export const squaresBuffer: BufferSpec = { name: "gradient squares", length: groups };

export function clippedUpdate(parameters: readonly ParameterSpec[], sink: Sink): readonly Kernel[] {
  const { length } = parameterVector(parameters, parameterBuffers.gradients);
  const gradients = read("gradients", parameterBuffers.gradients);
  const each = (statement: string) =>
    `for (var i = group.x * ${uint(threads)} + lane; i < ${uint(length)}; i += ${uint(groups * threads)}) {
    ${statement}
  }`;
  const add = kernel({
    label: "length of the gradient",
    bindings: [gradients, write("squares", squaresBuffer.name)],
    threads,
    workgroups: [groups, 1, 1],
    declarations: [`var<workgroup> sums: array<f32, ${String(threads)}>;`],
    body: `  var own = 0f;
  ${each("own += gradients[i] * gradients[i];")}
  sums[lane] = own;
${addUp("sums", threads)}
  if (lane == 0u) { squares[group.x] = sums[0]; }`,
  });
  const move = kernel({
    label: "update by the shortened gradient",
    bindings: [gradients, read("squares", squaresBuffer.name), ...sink.bindings],
    threads,
    workgroups: [groups, 1, 1],
    declarations: sink.declarations,
    body: `  var sum = 0f;
  for (var i = 0u; i < ${uint(groups)}; i++) { sum += squares[i]; }
  let shorten = settings.longest / max(sqrt(sum), settings.longest);
  ${each(sink.take("i", "gradients[i] * shorten"))}`,
  });
  return [add, move];
}
