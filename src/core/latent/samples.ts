/** The fixed draws from the prior that the samples tab decodes all run long. */
import { createRng } from "#/core/rng.ts";

export const sampleCount = 100;
/** Samples in a row of the sheet; of a conditional model each row shows one class. */
export const samplesInRow = 10;

/** z ~ N(0, I) of the samples, a function of the seed alone: preview and page make the same. [100 × latent] */
export function sampleLatents(seed: number, latent: number): Float32Array {
  const z = new Float32Array(sampleCount * latent);
  createRng(seed).fork("samples").fillNormal(z);
  return z;
}

/** Class of each sample where there are `classes` of them: row r shows class r, beginning again after the last. [100] */
export function sampleLabels(classes: number): Uint8Array {
  return Uint8Array.from(
    { length: sampleCount },
    (_, i) => Math.floor(i / samplesInRow) % Math.max(classes, 1),
  );
}
