/** Seeded ε. Each use has its own stream, so looking at a model never moves its training. */
import { createRng, type Rng } from "#/core/rng.ts";

/** What training draws from: a step that takes n numbers an image begins at step × batch × n. */
export function stepStreams(seed: number): Record<"epsilon" | "dropout" | "binarise", Rng> {
  const rng = createRng(seed);
  return {
    epsilon: rng.fork("noise"),
    dropout: rng.fork("dropout"),
    binarise: rng.fork("binarise"),
  };
}

/** Noise of training step `step` (from 0) for `count` images: a function of seed and step alone. */
export type StepNoise = (step: number, count: number) => Float32Array;

/** ε ~ N(0, 1), [count × latent]. The array is used again by the next call. */
export function stepNoise(seed: number, batch: number, latent: number): StepNoise {
  const { epsilon: rng } = stepStreams(seed);
  const buffer = new Float32Array(batch * latent);
  return (step, count) => {
    const epsilon = buffer.subarray(0, count * latent);
    rng.position = step * batch * latent;
    rng.fillNormal(epsilon);
    return epsilon;
  };
}

/** Uniform, [count × units], as a step's dropout wants it. The array is used again by the next call. */
export function dropoutNoise(seed: number, batch: number, units: number): StepNoise {
  const { dropout: rng } = stepStreams(seed);
  const buffer = new Float32Array(batch * units);
  return (step, count) => {
    const noise = buffer.subarray(0, count * units);
    rng.position = step * batch * units;
    for (let i = 0; i < noise.length; i++) noise[i] = rng.uniform();
    return noise;
  };
}

/** ε of rows `from` … `from + count − 1` in a stream of its own, whatever the pieces. */
export function noiseAt(
  seed: number,
  stream: "samples" | "iwae",
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

/** ε of images by their index, [indices × latent]: one image has the same whichever others are here. */
export function noiseOf(
  seed: number,
  stream: "preview" | "evaluation" | "validation",
  indices: Uint32Array,
  latent: number,
): Float32Array {
  const rng = createRng(seed).fork(stream);
  const epsilon = new Float32Array(indices.length * latent);
  indices.forEach((index, row) => {
    rng.position = index * latent;
    rng.fillNormal(epsilon.subarray(row * latent, (row + 1) * latent));
  });
  return epsilon;
}
