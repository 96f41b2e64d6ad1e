/** A person's own images as the page asks for them: the sets there are, and the way to more. */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type {
  ImportProblem,
  ImportProgress,
  OwnListing,
  OwnOptions,
  OwnPreview,
} from "#/core/data/ownImages.ts";
import type { Result } from "#/core/result.ts";
import type { ImportResult, OwnFile } from "#/worker/import/protocol/messages.ts";

export type ImportOutcome<T> = Promise<Result<T, ImportProblem>>;

/** One dialog's worker. Nothing rejects; an aborted call ends with the problem "cancelled". */
export interface ImportSession extends Disposable {
  list(files: readonly OwnFile[], signal: AbortSignal): ImportOutcome<OwnListing>;
  preview(options: OwnOptions, signal: AbortSignal): ImportOutcome<OwnPreview>;
  import(
    request: { readonly options: OwnOptions; readonly name: string },
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ): ImportOutcome<ImportResult>;
}

export interface OwnImages {
  /**
   * `list` at the beginning of a visit: also clears away what an import that broke off has left, and
   * sets that were removed while in use.
   */
  open(): Promise<readonly DatasetEntry[]>;
  /** Rejects where storage is denied. */
  list(): Promise<readonly DatasetEntry[]>;
  /** Null where the set has gone meanwhile. Rejects where storage is denied. */
  rename(id: string, name: string): Promise<DatasetEntry | null>;
  /**
   * The set is listed no more. The chunks of `inUse` stay until the page is opened again: a run
   * may still ask for them. Rejects where storage is denied.
   */
  remove(id: string, inUse: readonly DatasetEntry[]): Promise<void>;
  openSession(): ImportSession;
}
