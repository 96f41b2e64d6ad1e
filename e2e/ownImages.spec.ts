/** A person's own images: imported, trained on, still there after a reload, and gone when removed. */
import AxeBuilder from "@axe-core/playwright";
import { strToU8, zipSync, type Zippable } from "fflate";
import type { Page } from "@playwright/test";
import { encodePng } from "../scripts/data/png.mjs";
import { expect, test } from "./fixtures.ts";

const perClass = 20;

/** A bright disc or bar on dark ground, a little elsewhere in each; 40 × 30, in colour. */
function picture(kind: "disc" | "bar", number: number): Buffer {
  const [width, height] = [40, 30];
  const pixels = new Uint8Array(width * height * 3);
  const [cx, cy] = [16 + (number % 8), 11 + (number % 7)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = kind === "disc" ? Math.hypot(x - cx, y - cy) < 7 : Math.abs(x - cx) < 3;
      pixels.set(inside ? [230, 120, 40] : [10, 20, 60], 3 * (y * width + x));
    }
  }
  return encodePng(pixels, width, height, 3);
}

/** The header of a picture of 20,000 × 20,000 pixels, and nothing behind it. */
function hugePng(): Uint8Array {
  const small = Uint8Array.from(picture("disc", 0));
  new DataView(small.buffer).setUint32(16, 20_000);
  new DataView(small.buffer).setUint32(20, 20_000);
  return small;
}

function archive(): Buffer {
  const files: Zippable = {
    "shapes/disc/broken.png": strToU8("not a picture at all"),
    "shapes/bar/huge.png": hugePng(),
    "shapes/readme.txt": strToU8("hello"),
  };
  for (const kind of ["disc", "bar"] as const) {
    for (let i = 0; i < perClass; i++) files[`shapes/${kind}/${i}.png`] = picture(kind, i);
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByTestId("own-images").click();
  await page.getByTestId("own-files").setInputFiles({ name, mimeType: "application/zip", buffer });
}

test("imports a zip, trains on it, keeps it, removes it", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0");
  await choose(page, "shapes.zip", archive());

  await expect(page.getByTestId("own-found")).toContainText("2 classes: bar (21), disc (21)");
  await expect(page.getByTestId("own-preview").locator("canvas")).toHaveCount(10);
  await page.getByTestId("own-name").fill("Shapes");
  await page.getByTestId("own-import").click();
  await expect(page.getByTestId("own-done")).toContainText(
    "“Shapes” is kept: 36 images to train on",
  );
  const skipped = page.getByTestId("own-done").getByTestId("own-skipped");
  await expect(skipped).toContainText("broken.png: cannot be read");
  await expect(skipped).toContainText("huge.png: 20,000 × 20,000 pixels");
  await expect(skipped).toContainText("readme.txt: no image");

  await expect(page.getByTestId("own-done")).toContainText("The batch goes from 128 to 36");
  await page.getByTestId("own-use").click();
  await expect
    .poll(() => page.evaluate(async () => (await window.playground.dataset()).id))
    .toMatch(/^own-[0-9a-f]{8}$/);
  // One batch an epoch: it trains by itself, to the end of its ten.
  await expect
    .poll(() => page.evaluate(async () => (await window.playground.history()).length))
    .toBeGreaterThan(0);
  const data = await page.evaluate(async () => {
    const api = window.playground;
    await api.pause();
    await api.train({ steps: 20 });
    const images = await api.images({ split: "test", indices: [0, 1, 2, 3] });
    return { data: await api.dataset(), images, steps: (await api.history()).at(-1)?.step ?? 0 };
  });
  expect(data.data).toMatchObject({
    train: 36,
    test: 4,
    shape: [32, 32, 3],
    classes: ["bar", "disc"],
  });
  expect(data.steps).toBeGreaterThan(20);
  // Orange on blue is still that: red above blue where it is bright.
  const [first] = data.images.pixels;
  expect(Math.max(...(first ?? []))).toBeGreaterThan(0.8);

  await page.reload();
  await page.evaluate(() => window.playground.ready);
  await expect(page.getByTestId("field-data.set").locator("option:checked")).toHaveText("Shapes");
  expect((await page.evaluate(() => window.playground.dataset())).id).toBe(data.data.id);

  await page.getByTestId("own-images").click();
  await page.getByTestId("own-remove").click();
  await page.getByTestId("own-confirm").click();
  await expect(page.getByTestId("own-set")).toContainText("“Shapes” is removed");
  await page.keyboard.press("Escape");
  // It goes on, and takes edits, until another set takes its place.
  await page.evaluate(() => window.playground.train({ steps: 2 }));
  await page.reload();
  await page.evaluate(() => window.playground.ready);
  await expect(page.getByTestId("error")).toContainText(data.data.id);
  await expect(page.getByTestId("field-data.set").locator("option")).toHaveCount(3);
});

test("stops an import, and keeps nothing of it", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  const many: Zippable = {};
  for (let i = 0; i < 4000; i++) many[`${i}.png`] = picture("bar", i % 100);
  await choose(page, "many.zip", Buffer.from(zipSync(many, { level: 0 })));
  await page.getByTestId("own-import").click();
  await page.getByTestId("own-stop").click();
  await expect(page.getByText("Stopped. Nothing was kept.")).toBeVisible();
  const keys = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open("vae-playground-images");
          opening.onerror = () => reject(new Error("denied"));
          opening.onsuccess = () => {
            const count = opening.result.transaction("sets").objectStore("sets").count();
            count.onsuccess = () => resolve(count.result);
          };
        }),
    );
  await expect.poll(keys).toBe(0);
});

test("refuses what is no archive, in words", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await choose(page, "broken.zip", Buffer.from("this is no zip"));
  await expect(page.getByTestId("own-problem")).toContainText("broken.zip is broken or not a zip");
});

test("says where storage is denied, and imports nothing", async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open("backend=wasm&autostart=0");
  await page.getByTestId("own-images").click();
  await expect(page.getByTestId("own-problem")).toContainText("keeps nothing for this page");
});

test("axe finds nothing while choosing, and once it is done", async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open("backend=wasm&autostart=0");
  const violations = async () => {
    const found = await new AxeBuilder({ page }).include("dialog").analyze();
    return found.violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`);
  };
  await choose(page, "shapes.zip", archive());
  await expect(page.getByTestId("own-preview").locator("canvas")).toHaveCount(10);
  expect(await violations()).toEqual([]);
  await page.getByTestId("own-import").click();
  await expect(page.getByTestId("own-done")).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("works in Chinese, by keys alone", async ({ page, open }) => {
  await open("backend=wasm&autostart=0&lang=zh-CN");
  await page.getByTestId("own-images").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "自己的图像" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByTestId("own-files")).toBeFocused();
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (
    await choosing
  ).setFiles({ name: "shapes.zip", mimeType: "application/zip", buffer: archive() });
  await expect(page.getByTestId("own-found")).toContainText("2 个类别");
  await page.getByRole("radio", { name: "28 像素" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByTestId("own-name").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("own-done")).toContainText("已保存");
});
