/** The worker script: the importer over this worker's own scope. */
import { whileImporting } from "#/data/own/importLock.ts";
import { openOwnDatabase } from "#/data/own/ownDatabase.ts";
import { createOwnStore } from "#/data/own/ownStore.ts";
import { ImportError } from "#/data/own/problem.ts";
import { createDecoder } from "#/worker/import/host/decoder.ts";
import { createImporter } from "#/worker/import/host/importer.ts";
import { serveImports, type ImportPort } from "#/worker/import/host/serve.ts";

const port: ImportPort = {
  onmessage: null,
  post: (message) => {
    postMessage(message);
  },
};
globalThis.onmessage = (event: MessageEvent<unknown>) => port.onmessage?.(event.data);

serveImports(
  port,
  createImporter({
    store: createOwnStore(openOwnDatabase()),
    whileImporting,
    createDecoder(options) {
      if (!("OffscreenCanvas" in globalThis)) throw new ImportError("not-supported");
      return createDecoder(options);
    },
    newFolder: () => {
      const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
      return `import-${word.toString(16).padStart(8, "0")}`;
    },
  }),
);
