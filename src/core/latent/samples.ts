/** The fixed draws from the prior that the samples tab decodes all run long. */
import { createRng } from "#/core/rng.ts";

export const sampleCount = 100;

/** z ~ N(0, I) of the samples, a function of the seed alone: preview and page make the same. [100 × latent] */
export function sampleLatents(seed: number, latent: number): Float32Array {
  const z = new Float32Array(sampleCount * latent);
  createRng(seed).fork("samples").fillNormal(z);
  return z;
}
