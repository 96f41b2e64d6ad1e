/** A step's terms as four numbers in the log, and the gradient of a learnt σ, which is one of sums too. */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { logSigmaParameter } from "#/core/model/parameters.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import { placeOf } from "#/engine/compiled/kernels/parameters.ts";
import { pixelTermCount } from "#/engine/compiled/kernels/pixels.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { addUp, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

const threads = 64;

/** Means over the batch: reconstruction, KL, KL after free bits, displayed cross-entropy. */
export const loggedTerms = 4;

export function terms(
  objective: ObjectiveSpec,
  vae: ResolvedVae,
  batch: number,
  sink: Sink,
): Kernel {
  const learnt = objective.likelihood === "gaussian" && objective.noise === "learnt";
  const learns = () => {
    const place = placeOf(vae.parameters, logSigmaParameter.name);
    const gradient = `f32(settings.count * ${uint(vae.pixels)}) - sums[0].z`;
    return sink.take(place, gradient);
  };
  return kernel({
    label: "terms of the step",
    bindings: [
      read("pixelTerms", buffers.pixelTerms),
      read("klMeans", buffers.klMeans),
      write("log", buffers.terms),
      ...(learnt ? sink.bindings : []),
    ],
    threads,
    workgroups: [1, 1, 1],
    declarations: [
      ...(learnt ? sink.declarations : []),
      `var<workgroup> sums: array<vec3f, ${String(threads)}>;`,
      `var<workgroup> kl: array<vec2f, ${String(threads)}>;`,
    ],
    body: `  var pixels = vec3f();
  for (var row = lane; row < ${uint(batch)}; row += ${uint(threads)}) {
    let at = row * ${uint(pixelTermCount)};
    pixels += vec3f(pixelTerms[at], pixelTerms[at + 1u], pixelTerms[at + 2u]);
  }
  var ownKl = vec2f();
  for (var j = lane; j < ${uint(vae.latent)}; j += ${uint(threads)}) {
    ownKl += vec2f(klMeans[j], max(klMeans[j], settings.freeBits));
  }
  sums[lane] = pixels;
  kl[lane] = ownKl;
${addUp("sums", threads)}
${addUp("kl", threads)}
  if (lane == 0u) {
    let at = settings.slot * ${uint(loggedTerms)};
    let count = f32(settings.count);
    log[at] = sums[0].x / count;
    log[at + 1u] = kl[0].x;
    log[at + 2u] = select(kl[0].y, kl[0].x, settings.freeBits == 0f);
    log[at + 3u] = sums[0].y / count;
${learnt ? learns() : ""}
  }`,
  });
}
