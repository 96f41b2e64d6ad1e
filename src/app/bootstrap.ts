/**
 * The composition root: the browser's own things, handed to the application. The only module that
 * knows both; addresses are relative to the document, so that any sub-path works.
 */
import { addressWriter, followHistory, showSearch } from "#/app/addressBar.ts";
import { installAutomation } from "#/app/automation.ts";
import { indexedStore, localText } from "#/app/browserStores.ts";
import { loadManifest } from "#/app/manifest.ts";
import { keepOffline } from "#/app/offline.ts";
import { followVisibility } from "#/app/visibility.ts";
import { decodeUrl } from "#/core/experiment/url.ts";
import { createApp, type App } from "#/state/app.ts";
import type { Language } from "#/state/types.ts";
import { spawnWorker } from "#/worker/client/spawn.ts";
import { createTrainerPool } from "#/worker/client/trainerPool.ts";
import { mainLane } from "#/worker/protocol/lanes.ts";

export function bootstrap(): App {
  const base = document.baseURI;
  const dataUrl = new URL("data/", base).href;
  const now = (): number => performance.now();
  const pool = createTrainerPool({ spawn: spawnWorker, now });
  const app = createApp({
    trainer: pool.lane(mainLane),
    pool,
    storage: indexedStore(),
    preferences: localText("preferences"),
    link: decodeUrl(location.search),
    replaceSearch: addressWriter(showSearch),
    loadManifest: () => loadManifest(dataUrl),
    ownImages: async () => (await import("#/worker/import/client/ownImages.ts")).createOwnImages(),
    dataUrl,
    wasmUrl: new URL("wasm/", base).href,
    now,
    afterDraw: (task) => requestAnimationFrame(task),
    newSeed,
    language: systemLanguage(),
    reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  followHistory(app);
  followVisibility(app);
  installAutomation(app);
  void app.boot();
  if (import.meta.env.PROD) void keepOffline(serviceWorkers(), new URL("sw.js", base), reload);
  return app;
}

/** Absent on plain http, whatever its type says. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  return "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
}

function reload(): void {
  location.reload();
}

/** Small enough to be read out in a class. */
function newSeed(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word % 1_000_000;
}

function systemLanguage(): Language {
  const wanted = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag));
  return wanted?.toLowerCase().startsWith("zh") === true ? "zh-CN" : "en";
}
