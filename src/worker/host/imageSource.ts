/**
 * Images of a data set that may still be arriving, by index in manifest order; [0, 1], channels
 * last, cropped and sized as the experiment has them (prepare.ts does the rest). What is not here reads as blank instead of throwing, so a failed file spoils no picture but
 * its own.
 */
import type { DatasetEntry, Split } from "#/core/data/manifest.ts";
import { dimensionsOf } from "#/core/data/manifest.ts";
import { preparedShape } from "#/core/data/prepared.ts";
import { resampler } from "#/core/data/resample.ts";
import type { DataSpec } from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import type { Dataset } from "#/data/openDataset.ts";
import type { StoredSource } from "#/engine/feed.ts";
import { orAborted } from "#/worker/host/clock.ts";

export interface ImageSource {
  /** The ten fixed test images, one a class where there are ten. */
  readonly strip: Uint32Array;
  /** Images in a split. */
  count(split: Split): number;
  has(split: Split, index: number): boolean;
  /** The training images as they are stored, the set's own; null where they are cropped or sized. */
  readonly stored: StoredSource | null;
  /** Fills `target` [count × D]. */
  read(split: Split, indices: Uint32Array, target: Float32Array): void;
  /** First label column, [count]; 0 for an image that is not here. */
  labels(split: Split, indices: Uint32Array): Uint8Array;
  /** The first `most` images, or all. */
  first(split: Split, most: number): Uint32Array;
  /** Those of the first `most` images that are here. */
  loaded(split: Split, most: number): Uint32Array;
  /** True once every image of the strip has arrived or failed. */
  readonly stripSettled: boolean;
  /** Asks for the chunks that hold these images, without waiting. */
  ask(split: Split, indices: Uint32Array): void;
  /**
   * Waits until each has arrived or failed; the first fault, or null.
   * @throws EngineError "cancelled".
   */
  settled(split: Split, indices: Uint32Array, signal: AbortSignal): Promise<Fault | null>;
}

const stripLength = 10;

export function imageSource(dataset: Dataset, data: Pick<DataSpec, "size" | "crop">): ImageSource {
  const { entry } = dataset;
  const [height, width, channels] = preparedShape(entry.shape, data);
  const pixels = height * width * channels;
  const resample = resampler(entry.shape, data);
  const stored = new Float32Array(resample === null ? 0 : dimensionsOf(entry));
  const strip = stripIndices(entry);

  function has(split: Split, index: number): boolean {
    return dataset.stateOf(split, index) === "loaded";
  }

  function first(split: Split, most: number): Uint32Array {
    return Uint32Array.from({ length: Math.min(most, entry.counts[split]) }, (_, index) => index);
  }

  /** One image of every chunk that holds some of `indices`. */
  function oneOfEachChunk(split: Split, indices: Uint32Array): number[] {
    const chunks = new Map<number, number>();
    for (const index of indices) chunks.set(dataset[split].chunkOf(index), index);
    return [...chunks.values()];
  }

  return {
    strip,
    count: (split) => entry.counts[split],
    has,
    stored: resample === null ? dataset.train : null,
    read(split, indices, target) {
      if (resample === null && indices.every((index) => has(split, index))) {
        dataset[split].fill(indices, target);
        return;
      }
      indices.forEach((index, row) => {
        const place = target.subarray(row * pixels, (row + 1) * pixels);
        if (!has(split, index)) place.fill(0);
        else if (resample === null) dataset[split].fill([index], place);
        else {
          dataset[split].fill([index], stored);
          resample(stored, place);
        }
      });
    },
    labels(split, indices) {
      const labels = new Uint8Array(indices.length);
      indices.forEach((index, row) => {
        if (has(split, index)) {
          dataset[split].fillLabels([index], labels.subarray(row, row + 1), 0);
        }
      });
      return labels;
    },
    first,
    loaded: (split, most) => first(split, most).filter((index) => has(split, index)),
    get stripSettled() {
      return strip.every((index) => dataset.stateOf("test", index) !== "waiting");
    },
    ask(split, indices) {
      for (const index of oneOfEachChunk(split, indices)) void dataset.whenImage(split, index);
    },
    async settled(split, indices, signal) {
      const outcomes = oneOfEachChunk(split, indices).map((i) => dataset.whenImage(split, i));
      const faults = await orAborted(Promise.all(outcomes), signal);
      return faults.find((outcome) => outcome !== null) ?? null;
    },
  };
}

/** The sprite's images, filled up with the first others where there are fewer classes than ten. */
function stripIndices(entry: DatasetEntry): Uint32Array {
  const chosen = new Set(entry.sprite.indices.slice(0, stripLength));
  for (let index = 0; chosen.size < Math.min(stripLength, entry.counts.test); index++) {
    chosen.add(index);
  }
  return Uint32Array.from(chosen);
}
