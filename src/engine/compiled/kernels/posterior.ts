/** From the heads to z and the KL term of each dimension, and back. */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { addUp, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

const threads = 64;

/** σ from λ. */
function sigmaOf({ sigma }: ObjectiveSpec, lambda: string): string {
  return sigma === "exp(λ)" ? `exp(${lambda})` : `exp(0.5f * ${lambda})`;
}

/**
 * z = μ + σ·ε (Kingma & Welling, 2014, section 2.4), μ for an autoencoder, and the batch mean of
 * ½(μ² + e^λ − 1 − λ). A workgroup a dimension.
 */
export function samplePosterior(objective: ObjectiveSpec, latent: number, batch: number): Kernel {
  const noise = objective.sampling ? ` + ${sigmaOf(objective, "lambda")} * epsilon[at]` : "";
  return kernel({
    label: "sampling of z, and KL",
    bindings: [
      read("heads", buffers.heads),
      read("epsilon", buffers.epsilon),
      write("codes", buffers.codes),
      write("klMeans", buffers.klMeans),
    ],
    threads,
    workgroups: [latent, 1, 1],
    declarations: [`var<workgroup> kl: array<f32, ${String(threads)}>;`],
    body: `  let j = group.x;
  var own = 0f;
  for (var row = lane; row < ${uint(batch)}; row += ${uint(threads)}) {
    let mu = heads[row * ${uint(2 * latent)} + j];
    let lambda = heads[row * ${uint(2 * latent)} + ${uint(latent)} + j];
    let at = row * ${uint(latent)} + j;
    codes[at] = mu${noise};
    if (row < settings.count) { own += 0.5f * (mu * mu + exp(lambda) - (lambda + 1f)); }
  }
  kl[lane] = own;
${addUp("kl", threads)}
  if (lane == 0u) { klMeans[j] = kl[0] / f32(settings.count); }`,
  });
}

/**
 * ∂L/∂μ and ∂L/∂λ from ∂L/∂z: through z = μ + σε, and from the KL term for the dimensions that pay
 * (Kingma et al., 2016, equation 15). Rows behind the batch's last get 0.
 */
export function posteriorEnd(objective: ObjectiveSpec, latent: number): LayerEnd {
  const gradients = objective.sampling ? throughSample(objective, latent) : `d = vec2f(dz, 0f);`;
  return {
    bindings: [
      ...(objective.sampling
        ? [
            read("heads", buffers.heads),
            read("epsilon", buffers.epsilon),
            read("klMeans", buffers.klMeans),
          ]
        : []),
      write("headsGradient", buffers.headsGradient),
    ],
    take: (row, j, dz) => `let dz = ${dz};
        let at = ${row} * ${uint(2 * latent)} + ${j};
        let code = ${row} * ${uint(latent)} + ${j};
        let dimension = ${j};
        var d = vec2f();
        if (${row} < settings.count) {
          ${gradients}
        }
        headsGradient[at] = d.x;
        headsGradient[at + ${uint(latent)}] = d.y;`,
  };
}

/** ∂σ/∂λ is σ where σ = e^λ, σ/2 where σ = e^(λ/2). */
function throughSample(objective: ObjectiveSpec, latent: number): string {
  const half = objective.sigma === "exp(λ)" ? "" : " * 0.5f";
  return `let mu = heads[at];
          let lambda = heads[at + ${uint(latent)}];
          let pays = settings.freeBits == 0f || klMeans[dimension] > settings.freeBits;
          let weight = select(0f, settings.klWeight, pays);
          let through = dz * ${sigmaOf(objective, "lambda")} * epsilon[code];
          d = vec2f(dz + weight * mu, through${half} + weight * 0.5f * (exp(lambda) - 1f));`;
}
