/** The reconstruction term and its gradient at the output layer, in one pass over the pixels. */
import { logSigmaParameter } from "#/core/model/parameters.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { buffers, layerBuffers } from "#/engine/compiled/kernels/names.ts";
import { placeOf, weights } from "#/engine/compiled/kernels/parameters.ts";
import { displayedCode, pixelCode } from "#/engine/compiled/kernels/pixelCode.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { addUp, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

const threads = 128;

/** Entries of `pixelTerms` an image: the loss's own term, the displayed one, squared errors. */
export const pixelTermCount = 3;

/** A workgroup an image. Rows behind the batch's last get neither terms nor gradient. */
export function pixelLoss(objective: ObjectiveSpec, vae: ResolvedVae, batch: number): Kernel {
  const { pixels } = vae;
  const code = pixelCode(objective);
  const gaussian = objective.likelihood === "gaussian";
  const learnt = gaussian && objective.noise === "learnt";
  const displayed = gaussian
    ? displayedCode(objective)
    : { declarations: [], statement: "displayed = loss;" };
  const { output, sumsGradient } = layerBuffers("output");
  return kernel({
    label: "pixel loss and its gradient",
    bindings: [
      read("output", output),
      read("images", buffers.images),
      ...(learnt ? [weights] : []),
      write("gradient", sumsGradient),
      write("terms", buffers.pixelTerms),
    ],
    threads,
    workgroups: [batch, 1, 1],
    declarations: [
      ...new Set([...code.declarations, ...displayed.declarations]),
      `var<workgroup> sums: array<vec3f, ${String(threads)}>;`,
    ],
    body: `  let row = group.x;
  ${learnt ? learntSigma(vae) : ""}
  var own = vec3f();
  for (var i = lane; i < ${uint(pixels)}; i += ${uint(threads)}) {
    let at = row * ${uint(pixels)} + i;
    let l = output[at];
    let x = images[at];
    var loss = 0f;
    var slope = 0f;
    var square = 0f;
    var displayed = 0f;
    ${code.statements}
    ${displayed.statement}
    let counts = row < settings.count;
    gradient[at] = select(0f, slope, counts);
    own += select(vec3f(), vec3f(loss, displayed, square), counts);
  }
  sums[lane] = own;
${addUp("sums", threads)}
  if (lane == 0u) {
    terms[row * ${uint(pixelTermCount)}] = sums[0].x;
    terms[row * ${uint(pixelTermCount)} + 1u] = sums[0].y;
    terms[row * ${uint(pixelTermCount)} + 2u] = sums[0].z;
  }`,
  });
}

function learntSigma({ parameters }: ResolvedVae): string {
  return `let logSigma = weights[${placeOf(parameters, logSigmaParameter.name)}];
  let inverseVariance = exp(-2f * logSigma);`;
}
