/** What was dropped, and each image in it before it is decoded: where it is, how its bytes are had. */
import type { Skipped, SkippedFiles, SkipReason } from "#/core/data/ownImages.ts";
import { err, type Result } from "#/core/result.ts";

export interface DroppedFile {
  /** Folders and name, with "/" between. */
  readonly path: string;
  readonly file: Blob;
}

export type SourceImage =
  /** An image file, and as much of its beginning as says what it is. */
  | { readonly kind: "file"; readonly file: Blob; readonly head: Uint8Array }
  /** Pixels as they are, row-major, channels last. */
  | {
      readonly kind: "pixels";
      readonly pixels: Uint8Array;
      readonly height: number;
      readonly width: number;
      readonly channels: 1 | 3;
    };

export type SkipCause = Pick<Skipped, "reason" | "values">;

export interface SourceItem {
  readonly path: string;
  /** Of what `read` brings. */
  readonly bytes: number;
  /** The file itself, where it is one: its head may then be read together with others'. */
  readonly file: Blob | null;
  /**
   * `head`: the beginning of `file` where it is known already.
   * A value that is told ("unreadable") rather than thrown: one bad file stops nothing.
   */
  read(head: Uint8Array | null): Promise<Result<SourceImage, SkipCause>>;
}

/** All that was found, with the class of each. */
export interface Sources {
  readonly items: readonly SourceItem[];
  readonly labels: Uint8Array;
  readonly classes: readonly string[];
  readonly tooManyClasses: number | null;
}

export function skip(
  reason: SkipReason,
  values?: Readonly<Record<string, number>>,
): Result<never, SkipCause> {
  return err(values === undefined ? { reason } : { reason, values });
}

/** Counts what is passed over and keeps the first of it: a folder of a million logs is no list. */
export interface SkipLog extends SkippedFiles {
  add(skipped: Skipped): void;
}

const kept = 200;

/** Goes on from `before`, which stays as it is. */
export function createSkipLog(before: SkippedFiles = { count: 0, first: [] }): SkipLog {
  const first = [...before.first];
  let { count } = before;
  return {
    add(skipped) {
      count++;
      if (first.length < kept) first.push(skipped);
    },
    get count() {
      return count;
    },
    first,
  };
}
