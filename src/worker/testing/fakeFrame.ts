/** The fake trainer's previews: one picture of its stand-in model at one step. */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { PlaneAxes } from "#/core/latent/plane.ts";
import { sheetLatents } from "#/core/latent/plane.ts";
import { createRng } from "#/core/rng.ts";
import type { PreviewFrame, PreviewRequest } from "#/worker/protocol/preview.ts";
import {
  fakeDecode,
  fakeEncode,
  fakeImages,
  fakePoints,
  fakeShown,
  fakeTerms,
  type FakeLabels,
} from "#/worker/testing/fakeModel.ts";

export interface FakeMoment {
  readonly config: ExperimentConfig;
  readonly step: number;
  readonly imagesSeen: number;
  readonly pixels: number;
  readonly classes: number;
  readonly beta: number;
}

function fakeAxes(request: PreviewRequest): PlaneAxes {
  if (request.axes.kind === "dimensions") return request.axes;
  const latent = request.at.length;
  const directions = new Float32Array(2 * latent);
  directions[0] = 1;
  directions[latent + Math.min(1, latent - 1)] = 1;
  return { kind: "pca", origin: new Float32Array(latent), directions };
}

/** A plain loop: `from` takes many times as long over the pixels of a sheet. */
function asBytes(values: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) bytes[i] = Math.round(255 * (values[i] ?? 0));
  return bytes;
}

export function fakeFrame(
  request: PreviewRequest,
  moment: FakeMoment,
  points: number,
): PreviewFrame {
  const latent = request.at.length;
  const { config, step, pixels, classes } = moment;
  const conditional = config.model.condition === "label";
  const shown = (z: Float32Array, labels: FakeLabels) => {
    const p = fakeDecode(z, z.length / latent, pixels, step, conditional ? labels : null);
    const { images, figure } = fakeShown(config.objective.display, p);
    return { bytes: asBytes(images), figure };
  };
  const spec = { window: request.window, axes: fakeAxes(request), at: request.at, n: request.n };
  const originals = Uint32Array.from({ length: 10 }, (_, i) => i);
  const encoded = fakeEncode(fakeImages(originals, pixels), 10, latent);
  const strip = shown(encoded.mean, originals);
  const samples = new Float32Array(100 * latent);
  createRng(request.samplesSeed ?? 0).fillNormal(samples);
  const rows = Uint8Array.from(
    { length: 100 },
    (_, i) => Math.floor(i / 10) % Math.max(1, classes),
  );
  const { perImage } = fakeTerms(step, pixels, config, moment.beta);
  return {
    step,
    imagesSeen: moment.imagesSeen,
    sheet: { spec, pixels: shown(sheetLatents(spec), request.label).bytes },
    points: fakePoints(points, latent, step, classes),
    strip: strip.bytes,
    stripFigure: strip.figure,
    label: conditional ? request.label : 0,
    samples: request.samplesSeed === null ? null : shown(samples, rows).bytes,
    klPerDimension: new Float32Array(latent).fill(perImage.kl / latent),
    meanVariance: new Float32Array(latent).fill(step === 0 ? 0 : 0.9),
    test: perImage,
  };
}
