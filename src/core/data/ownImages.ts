/**
 * A person's own images, as the page and the importing worker speak of them: how they are to be
 * stored, what was found, what was passed over and why. Reading and storing is data/own.
 */

export const ownSizes = [28, 32, 64] as const;
/** Side of the stored squares, pixels. */
export type OwnSize = (typeof ownSizes)[number];

export interface OwnOptions {
  readonly size: OwnSize;
  /** The largest centred square of each image, or all of it with margins. */
  readonly crop: "centre" | "fit";
  readonly colour: "grey" | "colour";
  /** What stands behind transparent parts and in the margins. */
  readonly background: "black" | "white";
}

/** Why one file is passed over; the rest goes on. */
export type SkipReason =
  | "not-an-image"
  | "unreadable"
  | "empty"
  /** Sides of `width` × `height` pixels. */
  | "too-many-pixels"
  /** A file of `megabytes`. */
  | "too-many-bytes"
  | "encrypted"
  | "packed-otherwise"
  /** Holds more than the archive says. */
  | "expands"
  | "unsafe-path"
  /** An archive of another kind, or inside another. */
  | "archive";

export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
  readonly values?: Readonly<Record<string, number>>;
}

/** What was passed over: how many, and the first of them. */
export interface SkippedFiles {
  readonly count: number;
  readonly first: readonly Skipped[];
}

/** Why nothing can be imported, or an import ended with nothing kept. */
export type ImportProblemCode =
  | "nothing-found"
  | "too-many-files"
  | "too-few-images"
  | "set-too-large"
  | "zip-broken"
  | "zip-bomb"
  | "gzip-broken"
  | "gzip-too-large"
  | "idx-kind"
  | "idx-length"
  | "idx-labels"
  | "storage-denied"
  | "storage-full"
  | "not-supported"
  | "worker-crashed"
  | "cancelled"
  | "unexpected";

export interface ImportProblem {
  readonly code: ImportProblemCode;
  /** Names and numbers that its sentence needs. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** What the dropped files hold, before any is stored. */
export interface OwnListing {
  readonly images: number;
  /** Of the labels, in order; a single one where there are no classes. */
  readonly classes: readonly { readonly name: string; readonly images: number }[];
  /** Folders found, where there were more than a label can tell apart; else null. */
  readonly tooManyClasses: number | null;
  readonly skipped: SkippedFiles;
  readonly suggested: {
    readonly name: string;
    readonly size: OwnSize;
    readonly colour: OwnOptions["colour"];
  };
}

/** Ten images as the network will see them. */
export interface OwnPreview {
  /** [height, width, channels] */
  readonly shape: readonly [number, number, number];
  /** One after another, row-major, channels last. */
  readonly pixels: Uint8Array;
  /** Of each image. */
  readonly classes: readonly string[];
  readonly skipped: readonly Skipped[];
}

export interface ImportProgress {
  /** Images decoded or passed over. */
  readonly done: number;
  readonly total: number;
  readonly skipped: number;
}
