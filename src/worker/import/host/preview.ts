/**
 * Ten images as the network will see them, before anything is stored: one of each class first. Also
 * tells from them whether a set is grey.
 */
import type { OwnOptions, OwnPreview, Skipped } from "#/core/data/ownImages.ts";
import { shapeOf, type DecodeGroup } from "#/data/own/buildSet.ts";
import type { Sources } from "#/data/own/source.ts";

const wanted = 10;
/** Unreadable ones are passed over, but not for ever. */
const tried = 40;

export async function previewOf(
  sources: Sources,
  options: OwnOptions,
  decode: DecodeGroup,
): Promise<OwnPreview> {
  const shape = shapeOf(options);
  const dimensions = shape[0] * shape[1] * shape[2];
  const pixels = new Uint8Array(wanted * dimensions);
  const classes: string[] = [];
  const skipped: Skipped[] = [];
  const candidates = candidatesOf(sources);
  for (let from = 0; from < candidates.length && classes.length < wanted;) {
    const group = candidates.slice(from, from + wanted - classes.length);
    from += group.length;
    const items = group.map((index) => sources.items[index]).filter((item) => item !== undefined);
    const decoded = await decode(items);
    for (const [row, index] of group.entries()) {
      const cause = decoded.skips[row] ?? null;
      if (cause !== null) {
        skipped.push({ path: sources.items[index]?.path ?? "", ...cause });
        continue;
      }
      const image = decoded.pixels.subarray(row * dimensions, (row + 1) * dimensions);
      pixels.set(image, classes.length * dimensions);
      classes.push(sources.classes[sources.labels[index] ?? 0] ?? "");
    }
  }
  return { shape, pixels: pixels.slice(0, classes.length * dimensions), classes, skipped };
}

/** The first image of each class, then the second of each, and so on. */
function candidatesOf({ labels }: Sources): readonly number[] {
  const seen = new Map<number, number>();
  const ranked: { index: number; rank: number }[] = [];
  for (const [index, label] of labels.entries()) {
    const rank = seen.get(label) ?? 0;
    if (rank >= tried) continue;
    seen.set(label, rank + 1);
    ranked.push({ index, rank });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, tried).map(({ index }) => index);
}

/** JPEG leaves a trace of colour in grey pictures. */
const trace = 8;

export function seemsGrey({ pixels, shape }: OwnPreview): boolean {
  if (shape[2] === 1) return true;
  for (let i = 0; i + 2 < pixels.length; i += 3) {
    const [red = 0, green = 0, blue = 0] = [pixels[i], pixels[i + 1], pixels[i + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > trace) return false;
  }
  return true;
}
