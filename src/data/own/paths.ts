/** What a path says: whether it is worth opening, and which class its folders name. */
import type { SkipReason } from "#/core/data/ownImages.ts";
import { mostClasses } from "#/data/own/limits.ts";

const imageName = /\.(?:jpe?g|jfif|png|gif|webp|bmp)$/i;
const archiveName = /\.(?:tar|tgz|tar\.gz|7z|rar|bz2|xz)$/i;
const idxName = /(?:idx\d|ubyte|\.idx|\.gz)/i;
/** Folders that say which part of a set an image is in, and not what it shows. */
const partName = /^(?:train(?:ing)?|test(?:ing)?|val(?:id(?:ation)?)?)$/i;
/** The class of images that no folder names. */
const noClass = "images";

export type PathKind = "image" | "zip" | "archive" | "perhaps-idx" | "other";

export function kindOfPath(path: string): PathKind {
  if (imageName.test(path)) return "image";
  if (/\.zip$/i.test(path)) return "zip";
  if (archiveName.test(path)) return "archive";
  const name = nameOf(path);
  return idxName.test(name) || !name.includes(".") ? "perhaps-idx" : "other";
}

/** What systems leave beside images; nobody wants to hear of it. */
export function isLitter(path: string): boolean {
  return (
    path.endsWith("/") ||
    path.split("/").some((part) => part.startsWith(".") && part !== "." && part !== "..") ||
    /(?:^|\/)(?:__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(path)
  );
}

/** A path of an archive that would leave the folder it is unpacked in. */
export function refusedPath(path: string): SkipReason | null {
  const parts = path.split(/[/\\]/);
  return parts.includes("..") || /^(?:[/\\]|[a-z]:)/i.test(path) ? "unsafe-path" : null;
}

export function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

export interface ClassNames {
  readonly names: readonly string[];
  /** Class of each path. */
  readonly labels: Uint8Array;
  /** Folders found, where they are too many to tell apart. */
  readonly tooMany: number | null;
}

/**
 * The first folder below those that all paths share names the class; "train" and "test" folders
 * count as no folder. One folder alone tells nothing apart.
 */
export function classesOfPaths(paths: readonly string[]): ClassNames {
  const folders = paths.map((path) =>
    path
      .split("/")
      .slice(0, -1)
      .filter((part) => part !== "." && part !== ""),
  );
  const shared = sharedDepth(folders);
  const classes = folders.map(
    (parts) => parts.slice(shared).find((part) => !partName.test(part)) ?? noClass,
  );
  const names = [...new Set(classes)].sort(new Intl.Collator("en", { numeric: true }).compare);
  if (names.length > mostClasses) {
    return { names: [noClass], labels: new Uint8Array(paths.length), tooMany: names.length };
  }
  if (names.length < 2) {
    return { names: [noClass], labels: new Uint8Array(paths.length), tooMany: null };
  }
  const places = new Map(names.map((name, place) => [name, place]));
  const labels = Uint8Array.from(classes, (name) => places.get(name) ?? 0);
  return { names, labels, tooMany: null };
}

/** Folders that every path begins with. */
function sharedDepth(folders: readonly (readonly string[])[]): number {
  const [first = []] = folders;
  let depth = first.length;
  for (const parts of folders) {
    let same = 0;
    while (same < depth && parts[same] === first[same]) same++;
    depth = same;
  }
  return depth;
}
