/**
 * Brings one chunk: from the cache or the network to checked, decompressed bytes. Some servers
 * decompress on the way (`Content-Encoding`), so whether the body still is a gzip is read from its
 * first two bytes.
 */
import type { ChunkEntry } from "#/core/data/manifest.ts";
import type { Fault } from "#/core/fault.ts";
import { err, ok, type Result } from "#/core/result.ts";
import type { ChunkCache } from "#/data/chunkCache.ts";
import { chunkFault } from "#/data/chunkFaults.ts";
import { crc32 } from "#/data/crc32.ts";

export interface ChunkRequest {
  readonly url: string;
  readonly chunk: ChunkEntry;
  /** Bytes of the decompressed chunk. */
  readonly size: number;
  readonly fetch: typeof fetch;
  readonly cache: ChunkCache;
  /** Past the browser's own cache, which may hold the bad copy. */
  readonly fresh: boolean;
  readonly signal: AbortSignal;
  /** Bytes of the file received so far. */
  readonly onBytes: (received: number) => void;
}

type Bytes = Uint8Array<ArrayBuffer>;

export async function fetchChunk(request: ChunkRequest): Promise<Result<Bytes, Fault>> {
  const kept = await request.cache.get(request.url);
  if (kept !== null) {
    const unpacked = await unpack(kept, request);
    if (unpacked.ok) return unpacked;
  }
  const received = await download(request);
  if (!received.ok) return received;
  const unpacked = await unpack(received.value, request);
  if (unpacked.ok) await request.cache.put(request.url, received.value);
  return unpacked;
}

async function download(request: ChunkRequest): Promise<Result<Bytes, Fault>> {
  const { chunk, signal } = request;
  const cache = request.fresh ? "reload" : "default";
  const response = await request.fetch(request.url, { signal, cache }).catch(() => null);
  if (response === null) return err(chunkFault(signal.aborted ? "cancelled" : "offline", chunk));
  // Hosts made for single-page applications answer a missing file with their start page.
  const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
  if (!response.ok || isPage || response.body === null) {
    return err(chunkFault("chunk-missing", chunk));
  }
  try {
    return ok(await readAll(response.body, request.onBytes));
  } catch {
    return err(chunkFault(signal.aborted ? "cancelled" : "chunk-truncated", chunk));
  }
}

async function readAll(
  body: ReadableStream<Bytes>,
  onBytes: (received: number) => void,
): Promise<Bytes> {
  const parts: Bytes[] = [];
  let received = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    received += value.length;
    onBytes(received);
  }
  const whole = new Uint8Array(received);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

async function unpack(file: Bytes, request: ChunkRequest): Promise<Result<Bytes, Fault>> {
  const { chunk, size } = request;
  const packed = file[0] === 0x1f && file[1] === 0x8b;
  if (packed && file.length < chunk.bytes) return err(chunkFault("chunk-truncated", chunk));
  const bytes = packed ? await gunzip(file) : file;
  if (bytes === null) return err(chunkFault("chunk-corrupt", chunk));
  if (bytes.length < size) return err(chunkFault("chunk-truncated", chunk));
  if (bytes.length > size || crc32(bytes) !== chunk.checksum) {
    return err(chunkFault("chunk-corrupt", chunk));
  }
  return ok(bytes);
}

/** Null where the bytes are not a whole gzip. */
async function gunzip(file: Bytes): Promise<Bytes | null> {
  const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream("gzip"));
  try {
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch {
    return null;
  }
}
