/**
 * The page as every spec opens it: each console error, page error and policy violation fails the
 * test unless the spec says it provokes one.
 */
import { test as base, expect, type Page } from "@playwright/test";
// Declares window.playground.
import type {} from "../src/app/automation.ts";

interface Fixtures {
  /** Patterns of console errors this spec provokes on purpose. */
  readonly allowedErrors: RegExp[];
  /** Opens the app and waits until the worker is up. */
  readonly open: (query?: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  allowedErrors: [[], { option: true }],
  page: async ({ page, allowedErrors }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await use(page);
    const unexpected = errors.filter((text) => !allowedErrors.some((rule) => rule.test(text)));
    expect(unexpected).toEqual([]);
  },
  open: async ({ page }, use) => {
    await use(async (query = "autostart=0") => {
      await page.goto(`./?${query}`);
      await page.evaluate(() => window.playground.ready);
    });
  },
});

export { expect };

/** A hash of what a canvas shows, to tell whether it changed. */
export function pixelsOf(page: Page, testId: string): Promise<number> {
  return page.getByTestId(testId).evaluate((element) => {
    const canvas = element instanceof HTMLCanvasElement ? element : element.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (canvas === null || context === null || context === undefined)
      throw new Error("no canvas to read");
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let hash = 0x811c9dc5;
    for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
  });
}

/** Steps of the runs that the page has put into storage, of lanes too; what is not there yet is left out. */
export function storedSteps(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(request.error?.message ?? "storage"));
        };
      });
    const database = await done(indexedDB.open("vae-playground"));
    const store = database.transaction("session").objectStore("session");
    const keys = (await done(store.getAllKeys()))
      .map(String)
      .filter((key) => /(^|\/)run$/.test(key));
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the browser's types know nothing of what is stored
    const read = (key: string): IDBRequest<{ checkpoint: { step: number } }> => store.get(key);
    const runs = await Promise.all(keys.map((key) => done(read(key))));
    database.close();
    return runs.map(({ checkpoint }) => checkpoint.step);
  });
}

/** A small model, so that a software GPU finishes in seconds. */
export const smallModel = {
  data: { trainLimit: 1000 },
  model: {
    encoder: [{ kind: "dense", units: 64, activation: "relu" }],
    decoder: [{ kind: "dense", units: 64, activation: "relu" }],
    latent: 2,
  },
  training: { batch: 100 },
} as const;

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What `configure` answers to a patch it should refuse; the code "accepted" when it did not. */
export function refusalOf(page: Page, patch: unknown): Promise<Refusal> {
  return page.evaluate(async (wanted) => {
    const read = (error: unknown, field: string): string =>
      typeof error === "object" && error !== null ? String(Reflect.get(error, field)) : "";
    try {
      const { playground }: { playground: { configure(patch: unknown): Promise<unknown> } } =
        window;
      await playground.configure(wanted);
      return { code: "accepted", message: "", hint: "" };
    } catch (error) {
      return {
        code: read(error, "code"),
        message: read(error, "message"),
        hint: read(error, "hint"),
      };
    }
  }, patch);
}
