/**
 * Imported sets as they are kept: one entry a set, as in the manifest, and its chunks beside it. A
 * set is there once its entry is, and that is written last, so that an import that breaks off
 * leaves only chunks nobody names, for `sweep` to take away. Reads nothing of the images.
 */
import { type DatasetEntry, parseDatasetEntry } from "#/core/data/manifest.ts";
import { ImportError } from "#/data/own/problem.ts";
import type { OwnDatabase } from "#/data/own/ownDatabase.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface OwnStore {
  /** By name. What cannot be read is left out. */
  list(): Promise<readonly DatasetEntry[]>;
  /** Null where there is none, and where nothing can be read. */
  entry(id: string): Promise<DatasetEntry | null>;
  chunk(file: string): Promise<Bytes | null>;
  /** @throws ImportError "storage-full", "storage-denied". */
  putChunk(file: string, bytes: Bytes): Promise<void>;
  /** Makes a set whole. @throws ImportError as `putChunk`, or when a chunk of it has gone. */
  commit(entry: DatasetEntry): Promise<void>;
  /** Null where there is no such set any more. */
  rename(id: string, name: string): Promise<DatasetEntry | null>;
  /** The set is gone at once; its chunks go with the next sweep. */
  remove(id: string): Promise<void>;
  /** Deletes chunks that belong to no set, but for those in `keep` (files). */
  sweep(keep: ReadonlySet<string>): Promise<void>;
  /** Deletes these chunks. */
  discard(files: readonly string[]): Promise<void>;
}

export function isOwnId(id: string): boolean {
  return id.startsWith("own-");
}

const entryKey = (id: string) => `set/${id}`;
const chunkKey = (file: string) => `chunk/${file}`;

export function createOwnStore(database: OwnDatabase): OwnStore {
  async function entry(id: string): Promise<DatasetEntry | null> {
    const found = await database.get(entryKey(id)).catch(() => null);
    return parseDatasetEntry(found);
  }

  async function put(key: string, value: unknown): Promise<void> {
    try {
      await database.put(key, value);
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      throw new ImportError(full ? "storage-full" : "storage-denied");
    }
  }

  async function list(): Promise<readonly DatasetEntry[]> {
    const keys = await database.keys();
    const ids = keys.filter((key) => key.startsWith("set/")).map((key) => key.slice(4));
    const found = await Promise.all(ids.map(entry));
    return found
      .filter((set) => set !== null)
      .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }

  return {
    list,
    entry,
    async chunk(file) {
      const bytes = await database.get(chunkKey(file)).catch(() => null);
      return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer
        ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : null;
    },
    putChunk: (file, bytes) => put(chunkKey(file), bytes),
    async commit(set) {
      const keys = new Set(await database.keys());
      // Another page of this browser may have swept while this one imported.
      if (!set.chunks.every(({ file }) => keys.has(chunkKey(file)))) {
        throw new ImportError("storage-denied");
      }
      await put(entryKey(set.id), set);
    },
    async rename(id, name) {
      const found = await entry(id);
      if (found === null) return null;
      const renamed = { ...found, name };
      await put(entryKey(id), renamed);
      return renamed;
    },
    remove: (id) => database.delete([entryKey(id)]),
    async sweep(keep) {
      const sets = await list();
      const named = new Set(sets.flatMap(({ chunks }) => chunks.map(({ file }) => file)));
      const stale = (await database.keys()).filter((key) => {
        const file = key.slice("chunk/".length);
        return key.startsWith("chunk/") && !named.has(file) && !keep.has(file);
      });
      await database.delete(stale);
    },
    discard: (files) => database.delete(files.map(chunkKey)),
  };
}
