/**
 * What the fake trainer shows: smooth, deterministic stand-ins for a decoder, an encoder, curves
 * and preview frames. Nothing here learns; equal arguments give equal pictures.
 */
import type { PlaneAxes } from "#/core/latent/plane.ts";
import { sheetLatents } from "#/core/latent/plane.ts";
import { createRng } from "#/core/rng.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import type { EncodedPoints, PreviewFrame, PreviewRequest } from "#/worker/protocol/messages.ts";

/** [count × D] in [0, 1]; moves with every coordinate of z and sharpens with the step. */
export function fakeDecode(
  z: Float32Array,
  count: number,
  pixels: number,
  step: number,
): Float32Array {
  const latent = z.length / count;
  const contrast = step / (step + 50);
  return Float32Array.from({ length: count * pixels }, (_, i) => {
    const image = Math.floor(i / pixels);
    const p = i % pixels;
    let phase = 0;
    for (let j = 0; j < latent; j++) phase += (z[image * latent + j] ?? 0) * Math.cos(p * (j + 1));
    return 0.5 + (contrast * Math.tanh(phase)) / 2;
  });
}

/** μ from the mean ink of each image, log σ² = −2. [count × latent] each. */
export function fakeEncode(
  images: Float32Array,
  count: number,
  latent: number,
): { mean: Float32Array; logVariance: Float32Array } {
  const pixels = images.length / count;
  const mean = Float32Array.from({ length: count * latent }, (_, i) => {
    const image = Math.floor(i / latent);
    const ink = images.subarray(image * pixels, (image + 1) * pixels).reduce((a, b) => a + b, 0);
    return 2 * Math.sin(ink * ((i % latent) + 1));
  });
  return { mean, logVariance: new Float32Array(count * latent).fill(-2) };
}

/** [count × D], images of ten classes with a little noise, as test image `index`. */
export function fakeImages(indices: Uint32Array, pixels: number): Float32Array {
  return Float32Array.from({ length: indices.length * pixels }, (_, i) => {
    const index = indices[Math.floor(i / pixels)] ?? 0;
    return 0.5 + 0.5 * Math.sin((index % 10) + (i % pixels) / 3 + index * 1e-3);
  });
}

/** Curves of a run that goes well: reconstruction falls from D·ln 2, KL rises to 6 nats. */
export function fakeTerms(step: number, pixels: number, beta: number): LossTerms {
  const reconstruction = pixels * Math.LN2 * (0.25 + 0.75 * Math.exp(-step / 200));
  const kl = 6 * (1 - Math.exp(-step / 100));
  return { total: reconstruction + beta * kl, reconstruction, kl };
}

export function fakePoints(count: number, latent: number, step: number): EncodedPoints {
  const rng = createRng(7).fork("preview");
  const spread = step / (step + 20);
  const mean = Float32Array.from({ length: count * latent }, (_, i) => {
    const label = Math.floor(i / latent) % 10;
    const angle = (label * Math.PI) / 5 + (i % latent) * (Math.PI / 2);
    return spread * (1.6 * Math.cos(angle) + 0.25 * rng.normal());
  });
  return {
    indices: Uint32Array.from({ length: count }, (_, i) => i),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
    mean,
    logVariance: new Float32Array(count * latent).fill(-4 * spread),
  };
}

function fakeAxes(request: PreviewRequest): PlaneAxes {
  if (request.axes.kind === "dimensions") return request.axes;
  const latent = request.at.length;
  const directions = new Float32Array(2 * latent);
  directions[0] = 1;
  directions[latent + Math.min(1, latent - 1)] = 1;
  return { kind: "pca", origin: new Float32Array(latent), directions };
}

const asBytes = (values: Float32Array) => Uint8Array.from(values, (p) => Math.round(255 * p));

export function fakeFrame(
  request: PreviewRequest,
  run: { step: number; imagesSeen: number; pixels: number; beta: number },
  points: number,
): PreviewFrame {
  const latent = request.at.length;
  const { step, pixels } = run;
  const spec = { window: request.window, axes: fakeAxes(request), at: request.at, n: request.n };
  const strip = fakeEncode(
    fakeImages(
      Uint32Array.from({ length: 10 }, (_, i) => i),
      pixels,
    ),
    10,
    latent,
  );
  const samples = new Float32Array(100 * latent);
  createRng(request.samplesSeed ?? 0).fillNormal(samples);
  const test = fakeTerms(step, pixels, run.beta);
  return {
    step,
    imagesSeen: run.imagesSeen,
    sheet: { spec, pixels: asBytes(fakeDecode(sheetLatents(spec), request.n ** 2, pixels, step)) },
    points: fakePoints(points, latent, step),
    strip: asBytes(fakeDecode(strip.mean, 10, pixels, step)),
    samples: request.samplesSeed === null ? null : asBytes(fakeDecode(samples, 100, pixels, step)),
    klPerDimension: new Float32Array(latent).fill(test.kl / latent),
    meanVariance: new Float32Array(latent).fill(step === 0 ? 0 : 0.9),
    test,
  };
}
