/**
 * The page's own images: the sets in storage, and workers that bring more. A chunk of its own, asked
 * for once the page is opening.
 */
import { unlessImporting } from "#/data/own/importLock.ts";
import { openOwnDatabase } from "#/data/own/ownDatabase.ts";
import { createOwnStore, type OwnStore } from "#/data/own/ownStore.ts";
import { createImportSession, type ImportWorker } from "#/worker/import/client/importSession.ts";
import type { OwnImages } from "#/worker/import/protocol/ownImages.ts";

export function createOwnImages(
  store: OwnStore = createOwnStore(openOwnDatabase()),
  spawn: () => ImportWorker = spawnImportWorker,
): OwnImages {
  let swept = false;

  return {
    async list() {
      const sets = await store.list();
      // Once a visit: what an import that broke off has left, and sets removed while in use.
      if (!swept) {
        swept = true;
        void unlessImporting(() => store.sweep(new Set())).catch(() => undefined);
      }
      return sets;
    },
    rename: (id, name) => store.rename(id, name),
    async remove(id, inUse) {
      await store.remove(id);
      const files = inUse.flatMap(({ chunks }) => chunks.map(({ file }) => file));
      await unlessImporting(() => store.sweep(new Set(files)));
    },
    openSession: () => createImportSession(spawn()),
  };
}

/** Starts the worker script. The only place that names it. */
function spawnImportWorker(): ImportWorker {
  const worker = new Worker(new URL("../host/import.worker.ts", import.meta.url), {
    type: "module",
  });
  const handle: ImportWorker = {
    onmessage: null,
    onCrash: null,
    post: (message) => {
      worker.postMessage(message);
    },
    terminate: () => {
      worker.terminate();
    },
  };
  worker.onmessage = (event) => handle.onmessage?.(event.data);
  worker.onerror = () => handle.onCrash?.();
  worker.onmessageerror = () => handle.onCrash?.();
  return handle;
}
