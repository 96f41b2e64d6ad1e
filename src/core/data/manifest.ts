/**
 * The manifest of the data sets: what each holds, where its chunks lie and how to tell that one
 * arrived whole. Written by scripts/data/build.mjs, read by the page and by the worker. Knows
 * nothing of fetching.
 *
 * A chunk file is the gzip of `count` images (row-major, channels last, one byte each) followed by
 * its label columns, `count` bytes each: the class, then every factor in order.
 */
import * as v from "valibot";
import type { Fault } from "#/core/fault.ts";
import { err, ok, type Result } from "#/core/result.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const nats = v.pipe(v.number(), v.minValue(0));
const text = v.pipe(v.string(), v.minLength(1));

const chunkSchema = v.object({
  /** Relative to the manifest's folder; carries the checksum, so it may be cached for ever. */
  file: v.pipe(v.string(), v.regex(/^[\w-]+(?:\/[\w-]+)*\.[0-9a-f]{8}\.bin$/)),
  split: v.picklist(["train", "test"]),
  count,
  /** Size of the file. */
  bytes: count,
  /**
   * CRC-32 (IEEE 802.3) of the decompressed bytes, eight hex digits. Not SHA-256: a page served
   * over plain http has no `crypto.subtle`, and the check guards against accidents alone.
   */
  checksum: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
});

const datasetSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  name: text,
  shape: v.tuple([count, count, v.picklist([1, 3])]),
  counts: v.object({ train: count, test: count }),
  /** Names of the first label column's values. */
  classes: v.pipe(v.array(text), v.minLength(1), v.maxLength(256)),
  /** The other label columns: what the images were generated from. */
  factors: v.array(v.object({ id: text, values: v.pipe(v.array(text), v.minLength(1)) })),
  licence: text,
  /** Empty, as `source` is, for a person's own images. */
  credit: v.string(),
  source: v.string(),
  /** Bernoulli reference points over the training set, nats per image summed over pixels. */
  landmarks: v.object({
    /** Cross-entropy when every answer is the mean image: where a collapsed model ends. */
    meanImageEntropy: nats,
    /** Entropy of the grey pixels themselves: what a perfect copy still costs. */
    greyEntropyFloor: nats,
  }),
  /** One test image of each class, side by side, as a PNG in a data: URL. */
  sprite: v.object({
    indices: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    image: v.pipe(v.string(), v.startsWith("data:image/png;base64,")),
  }),
  /**
   * How the images stood in their source: base64 of a bit mask (least significant bit first) whose
   * bit i says that source image i is in the first chunk. Within the first chunk and after it the
   * source's order is kept. Null where the source has no order of its own.
   */
  sourceOrder: v.object({ train: v.nullable(v.string()), test: v.nullable(v.string()) }),
  chunks: v.pipe(v.array(chunkSchema), v.minLength(1)),
});

const manifestSchema = v.object({
  version: v.literal(1),
  sets: v.pipe(v.array(datasetSchema), v.minLength(1)),
});

type DeepReadonly<T> = T extends (...args: never) => unknown
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

export type ChunkEntry = DeepReadonly<v.InferOutput<typeof chunkSchema>>;
export type DatasetEntry = DeepReadonly<v.InferOutput<typeof datasetSchema>>;
export type Manifest = DeepReadonly<v.InferOutput<typeof manifestSchema>>;
export type Split = ChunkEntry["split"];

export function parseManifest(input: unknown): Result<Manifest, Fault> {
  const parsed = v.safeParse(manifestSchema, input);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return invalid(`${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
  }
  for (const set of parsed.output.sets) {
    const problem = contradiction(set);
    if (problem !== null) return invalid(`${set.id}: ${problem}`);
  }
  return ok(parsed.output);
}

/** One set as it is kept beside the manifest's (a person's own); null for anything else. */
export function parseDatasetEntry(input: unknown): DatasetEntry | null {
  const parsed = v.safeParse(datasetSchema, input);
  return parsed.success && contradiction(parsed.output) === null ? parsed.output : null;
}

/** Chunks of one split, in the order in which the first epoch visits them. */
export function chunksOf(entry: DatasetEntry, split: Split): readonly ChunkEntry[] {
  return entry.chunks.filter((chunk) => chunk.split === split);
}

/** D: numbers in one image. */
export function dimensionsOf(entry: DatasetEntry): number {
  const [height, width, channels] = entry.shape;
  return height * width * channels;
}

/** What each field may be on its own, but not together with another. */
function contradiction(entry: DatasetEntry): string | null {
  for (const split of ["train", "test"] as const) {
    const total = chunksOf(entry, split).reduce((sum, chunk) => sum + chunk.count, 0);
    if (total !== entry.counts[split]) {
      return `the ${split} chunks hold ${total} images, not ${entry.counts[split]}`;
    }
  }
  if (entry.sprite.indices.some((index) => index >= entry.counts.test)) {
    return "the sprite shows an image that is not in the test set";
  }
  return null;
}

function invalid(detail: string): Result<never, Fault> {
  return err({
    code: "manifest-missing",
    message: `The list of data sets cannot be read (${detail}).`,
    hint: "Build the data again with: npm run data",
    values: { detail },
  });
}
