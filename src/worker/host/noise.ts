/** Seeded ε. Each use has its own stream, so looking at a model never moves its training. */
import { createRng } from "#/core/rng.ts";

/** ε of training step `step` (from 0) for `count` images: a function of seed and step alone. */
export type StepNoise = (step: number, count: number) => Float32Array;

/** The array is used again by the next call. */
export function stepNoise(seed: number, batch: number, latent: number): StepNoise {
  const rng = createRng(seed).fork("noise");
  const buffer = new Float32Array(batch * latent);
  return (step, count) => {
    const epsilon = buffer.subarray(0, count * latent);
    rng.position = step * batch * latent;
    rng.fillNormal(epsilon);
    return epsilon;
  };
}

/** ε of images `from` … `from + count − 1` in a stream of its own, whatever the chunks. */
export function noiseAt(
  seed: number,
  stream: "preview" | "evaluation" | "samples",
  from: number,
  count: number,
  latent: number,
): Float32Array {
  const rng = createRng(seed).fork(stream);
  const epsilon = new Float32Array(count * latent);
  rng.position = from * latent;
  rng.fillNormal(epsilon);
  return epsilon;
}
