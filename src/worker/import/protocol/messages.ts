/**
 * What crosses between the page and the importing worker: three requests, their answers, progress
 * beside them. A worker serves one dialog: what it listed is what it previews and imports.
 */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type {
  ImportProblem,
  ImportProgress,
  OwnListing,
  OwnOptions,
  OwnPreview,
  SkippedFiles,
} from "#/core/data/ownImages.ts";

export interface OwnFile {
  /** Folders and name, with "/" between. */
  readonly path: string;
  readonly file: File;
}

export interface ImportResult {
  readonly entry: DatasetEntry;
  readonly skipped: SkippedFiles;
}

export interface ImportRequests {
  /** Looks through files; they stay what is previewed and imported until the next list. */
  list: { params: { readonly files: readonly OwnFile[] }; result: OwnListing };
  preview: { params: { readonly options: OwnOptions }; result: OwnPreview };
  import: {
    params: { readonly options: OwnOptions; readonly name: string };
    result: ImportResult;
  };
}

export type ImportMethod = keyof ImportRequests;
export type ImportParams<M extends ImportMethod> = ImportRequests[M]["params"];
export type ImportAnswer<M extends ImportMethod> = ImportRequests[M]["result"];

export type ImportRequest<M extends ImportMethod = ImportMethod> = {
  [K in M]: {
    readonly kind: "request";
    readonly id: number;
    readonly method: K;
    readonly params: ImportParams<K>;
  };
}[M];

export type ToImporter = ImportRequest | { readonly kind: "cancel"; readonly id: number };

export type FromImporter =
  | { readonly kind: "result"; readonly id: number; readonly value: ImportAnswer<ImportMethod> }
  | { readonly kind: "problem"; readonly id: number; readonly problem: ImportProblem }
  | { readonly kind: "progress"; readonly id: number; readonly progress: ImportProgress };

function hasKind(data: unknown): data is { readonly kind: unknown; readonly id?: unknown } {
  return typeof data === "object" && data !== null && "kind" in data;
}

/** Null for a message that is not ours. Both ends are one build: the edge checks the envelope. */
export function parseToImporter(data: unknown): ToImporter | null {
  if (!hasKind(data) || typeof data.id !== "number") return null;
  return data.kind === "request" || data.kind === "cancel" ? (data as ToImporter) : null;
}

/** Null for a message that is not ours. */
export function parseFromImporter(data: unknown): FromImporter | null {
  if (!hasKind(data) || typeof data.id !== "number") return null;
  const ours = data.kind === "result" || data.kind === "problem" || data.kind === "progress";
  return ours ? (data as FromImporter) : null;
}
