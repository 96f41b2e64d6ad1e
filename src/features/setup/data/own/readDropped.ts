/** Files out of what was dropped or chosen, with the folders they were in. */
import type { OwnFile } from "#/worker/import/protocol/messages.ts";

export function filesOfInput(list: FileList): readonly OwnFile[] {
  return Array.from(list, (file) => ({
    path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    file,
  }));
}

/** Must be called while the drop is being handled: what was dropped is gone afterwards. */
export function filesOfDrop(data: DataTransfer): Promise<readonly OwnFile[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry());
  const plain = filesOfInput(data.files);
  return entries.some((entry) => entry?.isDirectory === true)
    ? opened(entries.filter((entry) => entry !== null))
    : Promise.resolve(plain);
}

async function opened(entries: readonly FileSystemEntry[]): Promise<readonly OwnFile[]> {
  const found: OwnFile[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  async function take(entry: FileSystemEntry): Promise<void> {
    if (isFolder(entry)) folders.push(entry);
    else if (isFile(entry)) {
      const file = await fileOf(entry);
      if (file !== null) found.push({ path: entry.fullPath.slice(1), file });
    }
  }
  await Promise.all(entries.map(take));
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    await Promise.all((await childrenOf(next)).map(take));
  }
  // Files come as the disk answers; the same folder is to give the same set.
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** Null for one that went away meanwhile. */
function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => {
    entry.file(resolve, () => {
      resolve(null);
    });
  });
}

/** A reader gives a hundred at a time, and nothing at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
