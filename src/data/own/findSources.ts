/**
 * Looks through what was dropped: image files, zips of them, IDX files. Opens archives as far as
 * their directory; images stay closed until they are decoded.
 */
import { ok } from "#/core/result.ts";
import { headOf } from "#/data/own/heads.ts";
import { idxSources } from "#/data/own/idxSources.ts";
import { mostFileBytes, mostFiles } from "#/data/own/limits.ts";
import { classesOfPaths, isLitter, kindOfPath, refusedPath } from "#/data/own/paths.ts";
import { ImportError } from "#/data/own/problem.ts";
import {
  skip,
  type DroppedFile,
  type SkipLog,
  type SourceItem,
  type Sources,
} from "#/data/own/source.ts";
import { readZipDirectory, type ZipEntry } from "#/data/own/zipDirectory.ts";
import { readZipEntry } from "#/data/own/zipEntry.ts";

/** @throws ImportError when nothing of it can be used, or what it claims is absurd. */
export async function findSources(
  files: readonly DroppedFile[],
  skipped: SkipLog,
): Promise<Sources> {
  const items: SourceItem[] = [];
  const perhapsIdx: DroppedFile[] = [];
  for (const dropped of files) {
    if (isLitter(dropped.path)) continue;
    switch (kindOfPath(dropped.path)) {
      case "image":
        items.push(fileItem(dropped));
        break;
      case "zip":
        for (const item of await zipItems(dropped, skipped)) items.push(item);
        break;
      case "archive":
        skipped.add({ path: dropped.path, reason: "archive" });
        break;
      case "perhaps-idx":
        perhapsIdx.push(dropped);
        break;
      case "other":
        skipped.add({ path: dropped.path, reason: "not-an-image" });
    }
  }
  if (items.length > mostFiles) {
    throw new ImportError("too-many-files", { files: items.length, most: mostFiles });
  }
  if (items.length === 0) {
    const idx = await idxSources(perhapsIdx, skipped);
    if (idx === null) throw new ImportError("nothing-found");
    return idx;
  }
  // Beside image files an IDX file has no place: its labels would mean something else.
  for (const { path } of perhapsIdx) skipped.add({ path, reason: "not-an-image" });
  const { names, labels, tooMany } = classesOfPaths(items.map(({ path }) => path));
  return { items, labels, classes: names, tooManyClasses: tooMany };
}

function fileItem({ path, file }: DroppedFile): SourceItem {
  return {
    path,
    bytes: file.size,
    file,
    async read(head) {
      const refused = refusedSize(file.size);
      if (refused !== null) return refused;
      try {
        return ok({ kind: "file", file, head: await headOf(file, head) });
      } catch {
        // Moved or deleted since it was dropped.
        return skip("unreadable");
      }
    },
  };
}

async function zipItems(zip: DroppedFile, skipped: SkipLog): Promise<readonly SourceItem[]> {
  const items: SourceItem[] = [];
  for (const entry of await readZipDirectory(zip.file, zip.path)) {
    if (isLitter(entry.path)) continue;
    const path = `${zip.path}/${entry.path}`;
    const kind = kindOfPath(entry.path);
    const unsafe = refusedPath(entry.path);
    if (unsafe !== null) skipped.add({ path, reason: unsafe });
    else if (kind === "zip" || kind === "archive") skipped.add({ path, reason: "archive" });
    else if (kind !== "image") skipped.add({ path, reason: "not-an-image" });
    else if (entry.encrypted) skipped.add({ path, reason: "encrypted" });
    else if (entry.method !== 0 && entry.method !== 8) {
      skipped.add({ path, reason: "packed-otherwise" });
    } else items.push(zipItem(zip.file, entry, path));
  }
  return items;
}

function zipItem(zip: Blob, entry: ZipEntry, path: string): SourceItem {
  return {
    path,
    bytes: entry.bytes + entry.packedBytes,
    file: null,
    async read() {
      const refused = refusedSize(Math.max(entry.bytes, entry.packedBytes));
      if (refused !== null) return refused;
      try {
        const read = await readZipEntry(zip, entry);
        if (!read.ok) return skip(read.error);
        return ok({ kind: "file", file: new Blob([read.value]), head: read.value });
      } catch {
        return skip("unreadable");
      }
    },
  };
}

function refusedSize(bytes: number): ReturnType<typeof skip> | null {
  if (bytes === 0) return skip("empty");
  if (bytes <= mostFileBytes) return null;
  return skip("too-many-bytes", { megabytes: Math.round(bytes / 1e6), most: mostFileBytes / 1e6 });
}
