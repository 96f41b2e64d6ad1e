/**
 * What the fake trainer computes: smooth, deterministic stand-ins for a decoder, an encoder and the
 * curves. Nothing here learns; equal arguments give equal pictures.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import { displayInPlace, drawsRaw, figureOf, type Figure } from "#/core/objective/display.ts";
import type { Display } from "#/core/objective/spec.ts";
import { createRng } from "#/core/rng.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import type { EncodedPoints } from "#/worker/protocol/preview.ts";

/** Labels of a conditional model, one a row; a single one counts for all rows. */
export type FakeLabels = ArrayLike<number> | number | null;

const labelOf = (labels: FakeLabels, image: number) =>
  labels === null ? 0 : typeof labels === "number" ? labels : (labels[image] ?? 0);

/** p [count × D] in [0, 1]; moves with every coordinate of z and the label, sharpens with the step. */
export function fakeDecode(
  z: Float32Array,
  count: number,
  pixels: number,
  step: number,
  labels: FakeLabels = null,
): Float32Array {
  const latent = z.length / count;
  const contrast = step / (step + 50);
  const p = new Float32Array(count * pixels).fill(0.5);
  // Before its first step a model shows grey. Most pictures of a test are that.
  if (contrast === 0) return p;
  const waves = Float64Array.from({ length: latent * pixels }, (_, i) =>
    Math.cos((i % pixels) * (Math.floor(i / pixels) + 1)),
  );
  for (let image = 0; image < count; image++) {
    const label = labelOf(labels, image);
    for (let at = 0; at < pixels; at++) {
      let phase = label === 0 ? 0 : label * Math.sin(at + 1);
      for (let j = 0; j < latent; j++) {
        phase += (z[image * latent + j] ?? 0) * (waves[j * pixels + at] ?? 0);
      }
      p[image * pixels + at] = 0.5 + (contrast * Math.tanh(phase)) / 2;
    }
  }
  return p;
}

/** The output p comes from, in place: from −1 to 2, so that a display has something to cut or scale. */
export function fakeRaw(p: Float32Array): Float32Array {
  return p.map((value) => 3 * value - 1);
}

/** As displayed. */
export function fakeShown(
  display: Display,
  p: Float32Array,
): { images: Float32Array; figure: Figure | null } {
  const drawn = drawsRaw(display) ? fakeRaw(p) : p;
  const figure = figureOf(display, drawn);
  return { images: displayInPlace(display, drawn, figure), figure };
}

/** μ from the mean ink of each image, log σ² = −2. [count × latent] each. */
export function fakeEncode(
  images: Float32Array,
  count: number,
  latent: number,
): { mean: Float32Array; logVariance: Float32Array } {
  const pixels = images.length / count;
  const inks = Array.from({ length: count }, (_, image) =>
    images.subarray(image * pixels, (image + 1) * pixels).reduce((a, b) => a + b, 0),
  );
  const mean = Float32Array.from({ length: count * latent }, (_, i) => {
    const ink = inks[Math.floor(i / latent)] ?? 0;
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

/** Nats per image of a run that goes well: reconstruction falls from D·ln 2, KL rises to 6. */
export function fakeTerms(
  step: number,
  pixels: number,
  config: ExperimentConfig,
  beta: number,
): { loss: LossTerms; perImage: LossTerms } {
  const { latent } = config.model;
  const convention = conventionOf(config.objective, {
    ...{ pixels, latent, batch: config.training.batch },
  });
  const reconstruction = pixels * Math.LN2 * (0.25 + 0.75 * Math.exp(-step / 200));
  const kl = 6 * (1 - Math.exp(-step / 100));
  const [r, k] = [convention.reconstruction * reconstruction, convention.kl * kl];
  return {
    loss: { total: r + beta * k, reconstruction: r, kl: k },
    perImage: { total: reconstruction + effectiveBeta(convention, beta) * kl, reconstruction, kl },
  };
}

export function fakePoints(
  count: number,
  latent: number,
  step: number,
  classes: number,
): EncodedPoints {
  const rng = createRng(7).fork("preview");
  const spread = step / (step + 20);
  const mean = Float32Array.from({ length: count * latent }, (_, i) => {
    const label = Math.floor(i / latent) % 10;
    const angle = (label * Math.PI) / 5 + (i % latent) * (Math.PI / 2);
    return spread * (1.6 * Math.cos(angle) + 0.25 * rng.normal());
  });
  return {
    indices: Uint32Array.from({ length: count }, (_, i) => i),
    labels: Uint8Array.from({ length: count }, (_, i) => i % Math.max(1, Math.min(classes, 10))),
    mean,
    logVariance: new Float32Array(count * latent).fill(-4 * spread),
  };
}
