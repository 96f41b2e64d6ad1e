/**
 * The directory at the end of a zip (APPNOTE 6.3.10, sections 4.3.12 … 4.3.16, zip64 included): what
 * it holds and what it claims to unfold to, refused here where that cannot be honest. Unfolds
 * nothing; see zipEntry.ts.
 */
import { mostFiles, suspiciousBytes, suspiciousRatio } from "#/data/own/limits.ts";
import { ImportError } from "#/data/own/problem.ts";

export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const endBytes = 22;
const longestComment = 0xffff;
const locatorBytes = 20;
const entryBytes = 46;
/** Room for 250,000 paths of 470 letters. */
const mostDirectoryBytes = 128 * 2 ** 20;

interface End {
  readonly entries: number;
  readonly bytes: number;
  readonly offset: number;
}

/** @throws ImportError "zip-broken", "zip-bomb", "too-many-files". */
export async function readZipDirectory(zip: Blob, name: string): Promise<readonly ZipEntry[]> {
  const broken = () => new ImportError("zip-broken", { file: name });
  const end = await readEnd(zip);
  if (end === null) throw broken();
  if (end.entries > mostFiles) {
    throw new ImportError("too-many-files", { files: end.entries, most: mostFiles });
  }
  if (end.bytes > mostDirectoryBytes || end.offset + end.bytes > zip.size) throw broken();
  const directory = await viewOf(zip, end.offset, end.offset + end.bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < end.entries;) {
    if (at + entryBytes > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50) {
      throw broken();
    }
    const length = entryBytes + lengthsOf(directory, at).reduce((sum, part) => sum + part, 0);
    if (at + length > directory.byteLength) throw broken();
    entries.push(readEntry(directory, at));
    at += length;
  }
  refuseBomb(entries, zip.size, name);
  return entries;
}

/**
 * Entries that share their packed bytes, or together hold more of them than the file, are how a
 * small archive claims to be a huge one (Fifield, "A better zip bomb", WOOT 2019).
 */
function refuseBomb(entries: readonly ZipEntry[], size: number, name: string): void {
  const total = (pick: (entry: ZipEntry) => number) =>
    entries.reduce((sum, entry) => sum + pick(entry), 0);
  const unfolded = total((entry) => entry.bytes);
  const shared = total((entry) => entry.packedBytes) > size;
  if (shared || (unfolded > suspiciousBytes && unfolded > suspiciousRatio * size)) {
    throw new ImportError("zip-bomb", {
      file: name,
      gigabytes: Math.max(1, Math.round(unfolded / 1e9)),
    });
  }
}

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await zip.slice(Math.max(0, from), to).arrayBuffer());
}

async function readEnd(zip: Blob): Promise<End | null> {
  const tail = await viewOf(zip, zip.size - endBytes - longestComment - locatorBytes, zip.size);
  for (let at = tail.byteLength - endBytes; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const locator = at - locatorBytes;
    if (locator >= 0 && tail.getUint32(locator, true) === 0x07064b50) {
      return readEnd64(zip, longAt(tail, locator + 8));
    }
    return {
      entries: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
  }
  return null;
}

async function readEnd64(zip: Blob, at: number): Promise<End | null> {
  const view = await viewOf(zip, at, at + 56);
  if (view.byteLength < 56 || view.getUint32(0, true) !== 0x06064b50) return null;
  return { entries: longAt(view, 32), bytes: longAt(view, 40), offset: longAt(view, 48) };
}

/** Exact to 2⁵³, far beyond any file. */
function longAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + 2 ** 32 * view.getUint32(at + 4, true);
}

/** Bytes of the name, the extra fields and the comment. */
function lengthsOf(view: DataView, at: number): readonly number[] {
  return [28, 30, 32].map((place) => view.getUint16(at + place, true));
}

function readEntry(view: DataView, at: number): ZipEntry {
  const [nameBytes = 0, extraBytes = 0] = lengthsOf(view, at);
  const flags = view.getUint16(at + 8, true);
  const short = {
    bytes: view.getUint32(at + 24, true),
    packedBytes: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const extra = at + entryBytes + nameBytes;
  const name = new Uint8Array(view.buffer, view.byteOffset + at + entryBytes, nameBytes);
  return {
    path: pathOf(name),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    ...withLongSizes(short, view, extra, extra + extraBytes),
  };
}

type Sizes = Pick<ZipEntry, "bytes" | "packedBytes" | "offset">;

/** What does not fit 32 bits stands in the zip64 field, in this order, those that fit left out. */
function withLongSizes(sizes: Sizes, view: DataView, from: number, to: number): Sizes {
  const long = { ...sizes };
  for (let field = from; field + 4 <= to;) {
    const end = field + 4 + view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 0x0001) {
      let at = field + 4;
      for (const key of ["bytes", "packedBytes", "offset"] as const) {
        if (sizes[key] !== 0xffffffff || at + 8 > Math.min(end, to)) continue;
        long[key] = longAt(view, at);
        at += 8;
      }
    }
    field = end;
  }
  return long;
}

/** UTF-8, or what Chinese Windows writes instead, whose first half is ASCII all the same. */
function pathOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gbk").decode(bytes);
  }
}
