/**
 * IDX files among what was dropped: one or more files of images, each with its labels where a file
 * of as many labels came along. A gzip is unfolded whole, up to a limit; files beyond that limit are
 * read image by image.
 */
import { ok } from "#/core/result.ts";
import { idxHeaderBytes, readIdxHeader, type IdxHeader } from "#/data/own/idx.ts";
import { mostClasses, mostFiles, mostGunzippedBytes } from "#/data/own/limits.ts";
import { nameOf } from "#/data/own/paths.ts";
import { ImportError } from "#/data/own/problem.ts";
import type { DroppedFile, SkipLog, SourceItem, Sources } from "#/data/own/source.ts";

interface IdxFile<K extends IdxHeader["kind"]> {
  readonly path: string;
  readonly header: Extract<IdxHeader, { kind: K }>;
  /** The file, unpacked. */
  readonly blob: Blob;
}

/** Null where none of the files is IDX images. @throws ImportError for an IDX file that is unsound. */
export async function idxSources(
  files: readonly DroppedFile[],
  skipped: SkipLog,
): Promise<Sources | null> {
  const images: IdxFile<"images">[] = [];
  const labels: IdxFile<"labels">[] = [];
  for (const dropped of files) {
    const { path } = dropped;
    const blob = await unpacked(dropped);
    const head = new Uint8Array(await blob.slice(0, idxHeaderBytes).arrayBuffer());
    const header = readIdxHeader(head, blob.size, nameOf(path));
    if (header === null) skipped.add({ path, reason: "not-an-image" });
    else if (header.kind === "images") images.push({ path, header, blob });
    else labels.push({ path, header, blob });
  }
  if (images.length === 0) return null;
  return together(images, labels);
}

async function together(
  images: readonly IdxFile<"images">[],
  labels: readonly IdxFile<"labels">[],
): Promise<Sources> {
  const total = images.reduce((sum, { header }) => sum + header.count, 0);
  if (total > mostFiles) throw new ImportError("too-many-files", { files: total, most: mostFiles });
  const items: SourceItem[] = [];
  const all = new Uint8Array(total);
  const free = [...labels];
  for (const file of images) {
    const start = items.length;
    const read = bytesOf(file.blob);
    for (let i = 0; i < file.header.count; i++) items.push(pixelItem(file, i, read));
    const place = free.findIndex(({ header }) => header.count === file.header.count);
    const [own] = place < 0 ? [] : free.splice(place, 1);
    if (own !== undefined) all.set(await labelBytes(own), start);
    else if (labels.length > 0) {
      throw new ImportError("idx-labels", {
        file: nameOf(file.path),
        images: file.header.count,
        labels: labels[0]?.header.count ?? 0,
      });
    }
  }
  return { items, ...named(all), tooManyClasses: null };
}

/** Labels are numbers; those in use become the classes, in order. */
function named(values: Uint8Array): Pick<Sources, "labels" | "classes"> {
  const present = [...new Set(values)].sort((a, b) => a - b);
  if (present.length < 2) return { labels: new Uint8Array(values.length), classes: ["images"] };
  const place = new Uint8Array(mostClasses);
  present.forEach((value, index) => {
    place[value] = index;
  });
  return { labels: values.map((value) => place[value] ?? 0), classes: present.map(String) };
}

async function labelBytes({ blob, header }: IdxFile<"labels">): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(header.offset).arrayBuffer());
}

type Read = (from: number, to: number) => Promise<Uint8Array>;

/** Seventy thousand small reads are slow: a file that fits is read once, when first asked for. */
function bytesOf(blob: Blob): Read {
  let whole: Promise<ArrayBuffer> | null = null;
  return async (from, to) => {
    if (blob.size > mostGunzippedBytes) {
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    }
    whole ??= blob.arrayBuffer();
    return new Uint8Array(await whole, from, to - from);
  };
}

function pixelItem(
  { path, header }: IdxFile<"images">,
  index: number,
  readBytes: Read,
): SourceItem {
  const { height, width, channels, offset } = header;
  const bytes = height * width * channels;
  const start = offset + index * bytes;
  return {
    path: `${path} · ${index + 1}`,
    bytes,
    file: null,
    async read() {
      const pixels = await readBytes(start, start + bytes);
      return ok({ kind: "pixels", pixels, height, width, channels });
    },
  };
}

/** The file itself, or what its gzip holds. @throws ImportError "gzip-broken", "gzip-too-large". */
async function unpacked({ path, file }: DroppedFile): Promise<Blob> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (head[0] !== 0x1f || head[1] !== 0x8b) return file;
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ImportError("gzip-broken", { file: nameOf(path) });
    });
    if (done) return new Blob(parts);
    length += value.length;
    if (length > mostGunzippedBytes) {
      void reader.cancel();
      throw new ImportError("gzip-too-large", {
        file: nameOf(path),
        megabytes: Math.round(mostGunzippedBytes / 2 ** 20),
      });
    }
    parts.push(value);
  }
}
