/** The application over the fake trainer, for tests of state and page. */
// Here already, so that a first question is answered within one turn.
import "#/state/inspectorAnswers.ts";
import type { DatasetEntry } from "#/core/data/manifest.ts";
import { tinyEntry } from "#/core/data/testing/tinySet.ts";
import { decodeUrl } from "#/core/experiment/url.ts";
import { ok } from "#/core/result.ts";
import { createApp, type App } from "#/state/app.ts";
import type { AppDeps } from "#/state/deps.ts";
import {
  createMemoryStore,
  createTextStore,
  type MemoryStore,
} from "#/state/testing/memoryStore.ts";
import { createFakeOwnImages } from "#/worker/testing/fakeOwnImages.ts";
import { mainLane } from "#/worker/protocol/lanes.ts";
import { fakePool, type FakePool } from "#/worker/testing/fakePool.ts";
import type { FakeTrainer, FakeTrainerOptions } from "#/worker/testing/fakeTrainer.ts";

export interface TestAppOptions {
  /** The page's address from "?" on. */
  readonly search?: string;
  readonly trainer?: FakeTrainerOptions;
  /** Storage of an earlier visit. */
  readonly storage?: MemoryStore;
  readonly deps?: Partial<AppDeps>;
}

export interface TestApp {
  readonly app: App;
  /** Of the page's own lane. */
  readonly trainer: FakeTrainer;
  readonly pool: FakePool;
  readonly storage: MemoryStore;
  /** What the address bar was given, oldest first. */
  readonly searches: readonly string[];
  /** Milliseconds on the page's clock; add to it to let time pass. */
  readonly clock: { ms: number };
}

/** Ten classes of grey images, as the fake trainer serves them. */
export function testEntry(id: string, trainer: FakeTrainerOptions = {}): DatasetEntry {
  return {
    ...tinyEntry,
    id,
    shape: shapeOf(trainer),
    counts: { train: trainer.train ?? 6000, test: trainer.test ?? 1000 },
    classes: trainer.classes ?? ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    sprite: { ...tinyEntry.sprite, indices: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
  };
}

function shapeOf({ shape = [8, 8, 1] }: FakeTrainerOptions): DatasetEntry["shape"] {
  const [height, width, channels] = shape;
  return [height, width, channels === 3 ? 3 : 1];
}

/** Built, not opened: call `app.boot()`, or use `openTestApp`. */
export function createTestApp(options: TestAppOptions = {}): TestApp {
  const pool = fakePool(options.trainer);
  const trainer = pool.lane(mainLane);
  const storage = options.storage ?? createMemoryStore();
  const searches: string[] = [];
  const clock = { ms: 0 };
  const sets = ["mnist", "fashion", "faces"].map((id) => testEntry(id, options.trainer));
  const app = createApp({
    trainer,
    pool,
    storage,
    preferences: createTextStore(),
    link: decodeUrl(options.search ?? "?autostart=0"),
    replaceSearch: (search) => searches.push(search),
    loadManifest: () => Promise.resolve(ok({ version: 1, sets })),
    ownImages: () => Promise.resolve(createFakeOwnImages()),
    dataUrl: "https://page.test/data/",
    wasmUrl: "https://page.test/wasm/",
    now: () => clock.ms,
    afterDraw: (task) => {
      task();
    },
    newSeed: () => 1234,
    language: "en",
    reducedMotion: false,
    ...options.deps,
  });
  return { app, trainer, pool, storage, searches, clock };
}

/** A page that has opened: its first run stands ready. */
export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const test = createTestApp(options);
  await test.app.boot();
  await settle();
  return test;
}

/** Lets everything that was answered at once take effect. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
