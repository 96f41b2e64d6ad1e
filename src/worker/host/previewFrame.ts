/**
 * One picture of the whole model: the decoded sheet, the encoded test points with their terms, the
 * ten fixed test images and, when asked for, samples. Made of short jobs; learns nothing.
 */
import { principalPlane, type PrincipalPlane } from "#/core/latent/projection.ts";
import { sheetLatents, type PlaneAxes, type PlaneSpec } from "#/core/latent/plane.ts";
import { sampleLabels, sampleLatents } from "#/core/latent/samples.ts";
import { Moments } from "#/core/metrics/moments.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import type { Labels } from "#/engine/engine.ts";
import { PieceSizer, type PieceRunner } from "#/worker/host/chunked.ts";
import { asBytes, drawFigure, type Drawn } from "#/worker/host/figures.ts";
import { labelsFor, readPrepared, scoreImages, type Subject } from "#/worker/host/scoreImages.ts";
import { TermSums, weighed } from "#/worker/host/termSums.ts";
import type { EncodedPoints, PreviewFrame, PreviewRequest } from "#/worker/protocol/preview.ts";

/** What a preview looks at. */
export interface PreviewSubject extends Subject {
  readonly seed: number;
  readonly objective: ObjectiveSpec;
  readonly step: number;
  readonly imagesSeen: number;
  /** Weight of the KL term in nats per image. */
  readonly effectiveBeta: number;
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
  const { step, imagesSeen, vae } = subject;
  const { latent, classes } = vae;
  const scored = await scorePoints(runner, subject, points, memory, signal);
  const axes = planeAxes(request, scored.points, latent, memory);
  const spec: PlaneSpec = { window: request.window, axes, at: request.at, n: request.n };
  const draw = (z: Float32Array, labels: Labels): Promise<Drawn> =>
    drawFigure(runner, "preview", subject, { z, labels }, memory.decoding, signal);
  const { samplesSeed } = request;
  // A run may begin with the class that the one before was seen through, and have fewer.
  const label = classes > 0 ? Math.min(request.label, classes - 1) : 0;
  const conditional = (labels: Uint8Array) => (classes > 0 ? labels : null);
  const sheet = await draw(sheetLatents(spec), conditional(filled(spec.n ** 2, label)));
  const strip = await drawStrip(runner, subject, draw, signal);
  const samples =
    samplesSeed === null
      ? null
      : await draw(sampleLatents(samplesSeed, latent), conditional(sampleLabels(classes)));
  return {
    step,
    imagesSeen,
    sheet: { spec, pixels: asBytes(sheet.images) },
    ...scored,
    strip: asBytes(strip.images),
    stripFigure: strip.figure,
    label,
    samples: samples === null ? null : asBytes(samples.images),
  };
}

const filled = (count: number, label: number) => new Uint8Array(count).fill(label);

async function scorePoints(
  runner: PieceRunner,
  subject: PreviewSubject,
  points: number,
  memory: PreviewMemory,
  signal: AbortSignal,
): Promise<Scored> {
  const { latent } = subject.vae;
  const indices = subject.images.loaded("test", points);
  const mean = new Float32Array(indices.length * latent);
  const logVariance = new Float32Array(indices.length * latent);
  const sums = new TermSums(latent, subject.objective);
  const moments = new Moments(latent);
  const of = { split: "test", indices, seed: subject.seed, stream: "preview" } as const;
  await scoreImages(
    ...([runner, "preview", subject, of, memory.scoring, signal] as const),
    (terms, { from, rows }) => {
      mean.set(terms.mean, from * latent);
      logVariance.set(terms.logVariance, from * latent);
      moments.add(terms.mean, rows);
      sums.add(terms, rows);
    },
  );
  return {
    points: { indices, labels: subject.images.labels("test", indices), mean, logVariance },
    klPerDimension: Float32Array.from(sums.klPerDimension),
    meanVariance: Float32Array.from(moments.variance),
    // Without a point there is nothing to tell: not a number.
    test: weighed(sums.reconstruction, sums.kl, subject.effectiveBeta),
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

/** Reconstructions from μ of the ten fixed images; what is missing is read as blank. */
async function drawStrip(
  { jobs }: PieceRunner,
  subject: PreviewSubject,
  draw: (z: Float32Array, labels: Labels) => Promise<Drawn>,
  signal: AbortSignal,
): Promise<Drawn> {
  const indices = subject.images.strip;
  const { images } = readPrepared(subject, "test", indices);
  const labels = labelsFor(subject, "test", indices);
  const encode = () => subject.engine.encode(images, indices.length, labels);
  const { mean } = await jobs.run("preview", encode, signal);
  return draw(mean, labels);
}
