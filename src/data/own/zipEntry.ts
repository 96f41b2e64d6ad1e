/** The bytes of one entry of a zip, unfolded by itself and never past what the archive says. */
import { Inflate } from "fflate";
import type { SkipReason } from "#/core/data/ownImages.ts";
import { err, ok, type Result } from "#/core/result.ts";
import { crc32 } from "#/data/crc32.ts";
import type { ZipEntry } from "#/data/own/zipDirectory.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const headerBytes = 30;
/** The entry's own extra fields may be longer than the directory's; most are not by this much. */
const slack = 64;
/** A piece unfolds to 66 MB at most, so that what was too much is soon known. */
const pieceBytes = 2 ** 16;

export async function readZipEntry(zip: Blob, entry: ZipEntry): Promise<Result<Bytes, SkipReason>> {
  const packed = await readPacked(zip, entry);
  if (packed === null) return err("unreadable");
  const bytes = entry.method === 0 ? ok(packed) : inflate(packed, entry.bytes);
  if (!bytes.ok) return bytes;
  if (bytes.value.length !== entry.bytes) return err("unreadable");
  return Number.parseInt(crc32(bytes.value), 16) === entry.crc ? bytes : err("unreadable");
}

/** Null where the archive breaks off, or points at something else. */
async function readPacked(zip: Blob, entry: ZipEntry): Promise<Bytes | null> {
  const { offset, packedBytes } = entry;
  const guess = offset + headerBytes + 3 * entry.path.length + slack + packedBytes;
  const found = new Uint8Array(await zip.slice(offset, guess).arrayBuffer());
  if (found.length < headerBytes) return null;
  const view = new DataView(found.buffer);
  if (view.getUint32(0, true) !== 0x04034b50) return null;
  const start = headerBytes + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + packedBytes;
  if (offset + end > zip.size) return null;
  if (end <= found.length) return found.subarray(start, end);
  return new Uint8Array(await zip.slice(offset + start, offset + end).arrayBuffer());
}

function inflate(packed: Bytes, size: number): Result<Bytes, SkipReason> {
  const bytes = new Uint8Array(size);
  const seen = { length: 0 };
  const stream = new Inflate((part) => {
    if (seen.length + part.length <= size) bytes.set(part, seen.length);
    seen.length += part.length;
  });
  try {
    for (let at = 0; at < packed.length && seen.length <= size; at += pieceBytes) {
      stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    }
  } catch {
    return err("unreadable");
  }
  return seen.length > size ? err("expands") : ok(bytes.subarray(0, seen.length));
}
