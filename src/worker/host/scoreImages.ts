/** Scores images of a split in pieces: read, prepared and given one seeded ε each. Learns nothing. */
import type { Split } from "#/core/data/manifest.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Engine, ImageTerms, Labels } from "#/engine/engine.ts";
import { inPieces, type PieceRunner, type PieceSizer } from "#/worker/host/chunked.ts";
import type { ImageSource } from "#/worker/host/imageSource.ts";
import type { JobKind } from "#/worker/host/jobs.ts";
import { noiseOf } from "#/worker/host/noise.ts";
import type { PreparedImages, Preparer } from "#/worker/host/prepare.ts";

/** A model and the images it looks at. `engine` is asked anew for each piece: a lost device replaces it. */
export interface Subject {
  readonly vae: ResolvedVae;
  readonly engine: Engine;
  readonly images: ImageSource;
  readonly prepare: Preparer;
}

export interface ScoredImages {
  readonly split: Split;
  readonly indices: Uint32Array;
  readonly seed: number;
  /** Where ε comes from. */
  readonly stream: "preview" | "evaluation" | "validation";
}

export interface Piece extends PreparedImages {
  readonly from: number;
  readonly rows: number;
}

/** @throws EngineError "cancelled" between pieces. */
export async function scoreImages(
  runner: PieceRunner,
  kind: JobKind,
  subject: Subject,
  of: ScoredImages,
  sizer: PieceSizer,
  signal: AbortSignal,
  take: (terms: ImageTerms, piece: Piece) => void,
): Promise<void> {
  const { latent } = subject.vae;
  await inPieces(runner, kind, of.indices.length, sizer, signal, async (from, rows) => {
    const indices = of.indices.subarray(from, from + rows);
    const { images, targets } = readPrepared(subject, of.split, indices);
    const terms = await subject.engine.score({
      count: rows,
      images,
      targets,
      epsilon: noiseOf(of.seed, of.stream, indices, latent),
      labels: labelsFor(subject, of.split, indices),
    });
    take(terms, { from, rows, images, targets });
  });
}

/** Images of a split as the network is given them, and their targets. */
export function readPrepared(
  { vae, images, prepare }: Omit<Subject, "engine">,
  split: Split,
  indices: Uint32Array,
): PreparedImages {
  const pixels = new Float32Array(indices.length * vae.pixels);
  images.read(split, indices, pixels);
  return prepare.held(split, indices, pixels);
}

/** Their own labels, for a conditional model. */
export function labelsFor(
  { vae, images }: Pick<Subject, "vae" | "images">,
  split: Split,
  indices: Uint32Array,
): Labels {
  return vae.classes > 0 ? images.labels(split, indices) : null;
}
