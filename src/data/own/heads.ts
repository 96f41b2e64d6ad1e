/**
 * The beginnings of many files in one read. What a file is stands in its first bytes, and asking the
 * browser for them file by file costs as much as decoding. The decoder takes the file itself, so
 * nothing is read here that is not needed here.
 */
import { readImageHeader } from "#/data/own/imageHeader.ts";

/** Only a camera's JPEG has more before its size, for it begins with a small picture of itself. */
const usual = 2 ** 16;
const longest = 2 ** 22;

/** Of each file; null for all where one of them cannot be read. */
export async function readHeads(files: readonly Blob[]): Promise<readonly Uint8Array[] | null> {
  const parts = files.map((file) => (file.size <= usual ? file : file.slice(0, usual)));
  try {
    const together = await new Blob(parts).arrayBuffer();
    let end = 0;
    return parts.map((part) => {
      const start = end;
      end += part.size;
      return new Uint8Array(together, start, part.size);
    });
  } catch {
    return null;
  }
}

/** As much of a file as says its size. `head`: what was read of it already. */
export async function headOf(file: Blob, head: Uint8Array | null): Promise<Uint8Array> {
  const bytes = async (length: number) => new Uint8Array(await file.slice(0, length).arrayBuffer());
  const known = head ?? (await bytes(usual));
  return readImageHeader(known) === null && file.size > usual ? bytes(longest) : known;
}
