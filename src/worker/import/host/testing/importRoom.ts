/**
 * An importing worker in this process: storage in memory, a decoder that reads nothing and answers
 * black. For tests alone.
 */
import { createOwnStore, type OwnStore } from "#/data/own/ownStore.ts";
import { createMemoryDatabase } from "#/data/own/testing/memoryDatabase.ts";
import { createImporter } from "#/worker/import/host/importer.ts";
import { serveImports, type ImportPort } from "#/worker/import/host/serve.ts";

export interface ImportRoom {
  readonly store: OwnStore;
  /** The page's end, in the shape of a running worker. */
  readonly worker: {
    onmessage: ((data: unknown) => void) | null;
    onCrash: (() => void) | null;
    post(message: unknown): void;
    terminate(): void;
  };
}

/** @param onDecode called before each group of images */
export function importRoom(onDecode: () => void = () => undefined): ImportRoom {
  const store = createOwnStore(createMemoryDatabase());
  const port: ImportPort = { onmessage: null, post: (message) => worker.onmessage?.(message) };
  const worker: ImportRoom["worker"] = {
    onmessage: null,
    onCrash: null,
    post: (message) => port.onmessage?.(message),
    terminate: () => {
      port.onmessage = null;
    },
  };
  let folders = 0;
  serveImports(
    port,
    createImporter({
      store,
      whileImporting: (task) => task(),
      newFolder: () => `import-${folders++}`,
      createDecoder:
        ({ colour }) =>
        async (items) => {
          onDecode();
          await new Promise((resolve) => setTimeout(resolve, 0));
          const dimensions = 28 * 28 * (colour === "grey" ? 1 : 3);
          const pixels = new Uint8Array(items.length * dimensions);
          return { pixels, skips: items.map(() => null) };
        },
    }),
  );
  return { store, worker };
}
