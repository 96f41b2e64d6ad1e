/**
 * Serves a set from memory, the tiny one of core/data/testing unless told otherwise, without a
 * network. Each file can be made to answer with something else, or only after the test lets it. For
 * tests alone.
 */
import type { ChunkEntry, DatasetEntry, Split } from "#/core/data/manifest.ts";
import { tinyChunkBytes, tinyEntry } from "#/core/data/testing/tinySet.ts";
import { gzip } from "#/data/testing/gzip.ts";

type Bytes = Uint8Array<ArrayBuffer>;
export type Answer = (file: Bytes) => Response | Promise<Response>;

export interface TinyServer {
  readonly baseUrl: string;
  /** The set, with the sizes its files have here. */
  readonly entry: DatasetEntry;
  readonly fetch: typeof fetch;
  /** Files asked for, in order. */
  readonly asked: string[];
  readonly cacheModes: (RequestCache | undefined)[];
  /** From now on the n-th chunk of the manifest answers like this; null: as it should. */
  answer(chunk: number, answer: Answer | null): void;
}

/** Decompressed bytes of chunk `index` of a split: pixels, then the label columns. */
export type ChunkBytes = (split: Split, index: number) => Bytes;

export function createTinyServer(): Promise<TinyServer> {
  return serveSet(tinyEntry, tinyChunkBytes);
}

export async function serveSet(set: DatasetEntry, bytesOf: ChunkBytes): Promise<TinyServer> {
  const files = new Map<string, Bytes>();
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const cacheModes: (RequestCache | undefined)[] = [];
  const numbers = { train: 0, test: 0 };
  const chunks: ChunkEntry[] = [];
  for (const chunk of set.chunks) {
    const file = await gzip(bytesOf(chunk.split, numbers[chunk.split]++));
    files.set(chunk.file, file);
    chunks.push({ ...chunk, bytes: file.length });
  }
  const baseUrl = "http://tiny.test/data/";
  return {
    baseUrl,
    entry: { ...set, chunks },
    asked,
    cacheModes,
    async fetch(input, init) {
      const name = (input instanceof Request ? input.url : input.toString()).slice(baseUrl.length);
      asked.push(name);
      cacheModes.push(init?.cache);
      const file = files.get(name);
      if (file === undefined) return new Response(null, { status: 404 });
      return answers.get(name)?.(file) ?? new Response(file);
    },
    answer(chunk, answer) {
      const name = chunks[chunk]?.file ?? "";
      if (answer === null) answers.delete(name);
      else answers.set(name, answer);
    },
  };
}
