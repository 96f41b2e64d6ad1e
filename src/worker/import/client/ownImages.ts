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
  apart: (task: () => Promise<void>) => Promise<void> = unlessImporting,
): OwnImages {
  return {
    async open() {
      const sets = await store.list();
      void apart(() => store.sweep(new Set())).catch(() => undefined);
      return sets;
    },
    list: () => store.list(),
    rename: (id, name) => store.rename(id, name),
    async remove(id, inUse) {
      await store.remove(id);
      const files = inUse.flatMap(({ chunks }) => chunks.map(({ file }) => file));
      await apart(() => store.sweep(new Set(files)));
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
