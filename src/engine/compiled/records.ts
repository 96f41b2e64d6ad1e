/**
 * Images as records for the device: pixels, behind them the label where the model takes one, filled up
 * to whole words. Pure; where records lie is recordStores.ts.
 */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { recordWords } from "#/engine/compiled/kernels/gather.ts";
import type { StoredChunk } from "#/engine/feed.ts";

export interface RecordShape {
  /** Of a record. */
  readonly bytes: number;
  readonly pixels: number;
  readonly labelled: boolean;
}

export function recordShape(vae: ResolvedVae): RecordShape {
  return { bytes: 4 * recordWords(vae), pixels: vae.pixels, labelled: vae.classes > 0 };
}

/** Writes `count` images of a chunk, from its number `first` on, as records from byte `at` on. */
export function packRecords(
  { bytes, pixels, labelled }: RecordShape,
  chunk: StoredChunk,
  first: number,
  count: number,
  into: Uint8Array,
  at = 0,
): void {
  for (let i = 0; i < count; i++) {
    const from = (first + i) * pixels;
    const to = at + i * bytes;
    into.set(chunk.pixels.subarray(from, from + pixels), to);
    if (labelled) into[to + pixels] = chunk.labels[first + i] ?? 0;
  }
}
