/**
 * One picture of the whole model: the decoded sheet, the encoded test points with their terms, the
 * ten fixed test images and, when asked for, samples. Made of short jobs; learns nothing.
 */
import type { Engine } from "#/engine/engine.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { principalPlane, type PrincipalPlane } from "#/core/latent/projection.ts";
import { sheetLatents, type PlaneAxes, type PlaneSpec } from "#/core/latent/plane.ts";
import { sampleLatents } from "#/core/latent/samples.ts";
import { Moments } from "#/core/metrics/moments.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import { inPieces, PieceSizer, type PieceRunner } from "#/worker/host/chunked.ts";
import { noiseAt } from "#/worker/host/noise.ts";
import type { ImageSource } from "#/worker/host/imageSource.ts";
import type { EncodedPoints, PreviewFrame, PreviewRequest } from "#/worker/protocol/messages.ts";

/** What a preview looks at. `engine` is asked anew for each piece: a lost device replaces it. */
export interface PreviewSubject {
  readonly vae: ResolvedVae;
  readonly seed: number;
  readonly engine: Engine;
  readonly images: ImageSource;
  readonly step: number;
  readonly imagesSeen: number;
  readonly beta: number;
}

/** What is remembered from one frame to the next. */
export class PreviewMemory {
  readonly scoring = new PieceSizer();
  readonly decoding = new PieceSizer();
  plane: PrincipalPlane | null = null;
}

interface Scored {
  readonly points: EncodedPoints;
  readonly klPerDimension: Float32Array;
  readonly meanVariance: Float32Array;
  readonly test: LossTerms;
}

/**
 * @param points at most so many test images are encoded, those that are here.
 * @throws EngineError "cancelled".
 */
export async function previewFrame(
  runner: PieceRunner,
  subject: PreviewSubject,
  request: PreviewRequest,
  points: number,
  memory: PreviewMemory,
  signal: AbortSignal,
): Promise<PreviewFrame> {
  const { step, imagesSeen } = subject;
  const scored = await scorePoints(runner, subject, points, memory, signal);
  const axes = planeAxes(request, scored.points, subject.vae.latent, memory);
  const spec: PlaneSpec = { window: request.window, axes, at: request.at, n: request.n };
  const decode = (z: Float32Array) => decodeBytes(runner, subject, z, memory, signal);
  const { samplesSeed } = request;
  return {
    step,
    imagesSeen,
    sheet: { spec, pixels: await decode(sheetLatents(spec)) },
    ...scored,
    strip: await strip(runner, subject, decode, signal),
    samples:
      samplesSeed === null ? null : await decode(sampleLatents(samplesSeed, subject.vae.latent)),
  };
}

async function scorePoints(
  runner: PieceRunner,
  subject: PreviewSubject,
  points: number,
  memory: PreviewMemory,
  signal: AbortSignal,
): Promise<Scored> {
  const { latent, pixels } = subject.vae;
  const indices = subject.images.loaded("test", points);
  const count = indices.length;
  const mean = new Float32Array(count * latent);
  const logVariance = new Float32Array(count * latent);
  const kl = new Float64Array(latent);
  const moments = new Moments(latent);
  let reconstructionSum = 0;
  await inPieces(runner, "preview", count, memory.scoring, signal, async (from, rows) => {
    const images = new Float32Array(rows * pixels);
    subject.images.read("test", indices.subarray(from, from + rows), images);
    const epsilon = noiseAt(subject.seed, "preview", from, rows, latent);
    const terms = await subject.engine.score({ count: rows, images, epsilon });
    mean.set(terms.mean, from * latent);
    logVariance.set(terms.logVariance, from * latent);
    moments.add(terms.mean, rows);
    for (const nats of terms.reconstruction) reconstructionSum += nats;
    terms.klPerDimension.forEach((nats, i) => {
      kl[i % latent] = (kl[i % latent] ?? 0) + nats / count;
    });
  });
  const klSum = kl.reduce((sum, nats) => sum + nats, 0);
  // Without a point there is nothing to tell: not a number.
  const reconstruction = reconstructionSum / count;
  return {
    points: { indices, labels: subject.images.labels("test", indices), mean, logVariance },
    klPerDimension: Float32Array.from(kl),
    meanVariance: Float32Array.from(moments.variance),
    test: { total: reconstruction + subject.beta * klSum, reconstruction, kl: klSum },
  };
}

function planeAxes(
  { axes }: PreviewRequest,
  points: EncodedPoints,
  latent: number,
  memory: PreviewMemory,
): PlaneAxes {
  if (axes.kind === "dimensions") return axes;
  // One dimension has one direction; both axes show it.
  if (latent < 2) return { kind: "dimensions", dims: [0, 0] };
  memory.plane = principalPlane(points.mean, points.indices.length, latent, memory.plane);
  // The frame moves to the page; the next basis is turned towards this one.
  const { origin, directions } = memory.plane;
  return { kind: "pca", origin: origin.slice(), directions: directions.slice() };
}

/** Reconstructions from μ of the ten fixed images; what is missing stays blank. [10 × D] */
async function strip(
  { jobs }: PieceRunner,
  subject: PreviewSubject,
  decode: (z: Float32Array) => Promise<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const indices = subject.images.strip;
  const images = new Float32Array(indices.length * subject.vae.pixels);
  subject.images.read("test", indices, images);
  const encode = () => subject.engine.encode(images, indices.length);
  const { mean } = await jobs.run("preview", encode, signal);
  return decode(mean);
}

/** Decoder means as bytes, round(255·p). */
async function decodeBytes(
  runner: PieceRunner,
  subject: PreviewSubject,
  z: Float32Array,
  memory: PreviewMemory,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { latent, pixels } = subject.vae;
  const count = z.length / latent;
  const bytes = new Uint8Array(count * pixels);
  await inPieces(runner, "preview", count, memory.decoding, signal, async (from, rows) => {
    const part = z.slice(from * latent, (from + rows) * latent);
    const images = await subject.engine.decode(part, rows);
    for (let i = 0; i < images.length; i++) {
      bytes[from * pixels + i] = Math.round(255 * (images[i] ?? 0));
    }
  });
  return bytes;
}
