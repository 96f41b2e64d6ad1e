/**
 * Imports 5,000 JPEGs of CelebA's size (178 × 218) through the page's own dialog and worker, against
 * a plain loop of `createImageBitmap` on the main thread that keeps nothing, in the same page. The
 * pictures are drawn here: shapes under noise, as heavy to decode as a photograph. Also the memory
 * the page takes meanwhile, above what it had, where the system tells (Linux).
 */
import { readFile } from "node:fs/promises";

const COUNT = 5000;
const PEER_COUNT = 1000;

/**
 * @param {{ browser: import("@playwright/test").Browser, url: string }} where
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchImport({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${url}?backend=wasm&autostart=0`);
  await page.evaluate(() => window.playground.ready);
  await page.evaluate(drawFiles, COUNT);
  const plain = await page.evaluate(plainLoop, PEER_COUNT);
  const memory = await watchMemory(browser);
  const ours = await importAll(page);
  const grown = await memory.end();
  await context.close();
  const perSecond = (/** @type {number} */ ms) => Math.round(1000 / ms);
  const beside = `${perSecond(ours)} images/s; plain loop ${perSecond(plain)}`;
  const target = 2;
  return [
    { measure: `import of 5,000 JPEGs, an image (${beside})`, value: ours, unit: "ms", target },
    { measure: "import ÷ plain main-thread loop", value: ours / plain, unit: "", target: 1 },
    ...(grown === null
      ? []
      : [{ measure: "import, memory above before", value: grown / 1e6, unit: "MB", target: 300 }]),
  ];
}

/** Runs in the page. @param {number} count */
async function drawFiles(count) {
  const canvas = new globalThis.OffscreenCanvas(178, 218);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const noise = new globalThis.ImageData(178, 218);
  const files = [];
  for (let number = 0; number < count; number++) {
    for (let i = 0; i < noise.data.length; i += 4) {
      // Anything that does not repeat: what is drawn does not matter, that it is work does.
      const value = (Math.imul(i + number, 2654435761) >>> 26) + 90;
      noise.data.set([value, value, value + 20, 255], i);
    }
    context.putImageData(noise, 0, 0);
    context.fillStyle = `hsl(${number % 360} 60% 50%)`;
    context.beginPath();
    context.arc(89 + (number % 30), 109, 40 + (number % 40), 0, 7);
    context.fill();
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
    files.push(new globalThis.File([blob], `${String(number).padStart(6, "0")}.jpg`));
  }
  Object.assign(globalThis, { benchFiles: files });
}

/** Runs in the page. Milliseconds an image. @param {number} count */
async function plainLoop(count) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 32;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const start = performance.now();
  for (const file of globalThis.benchFiles.slice(0, count)) {
    const options = { resizeWidth: 32, resizeHeight: 32, resizeQuality: "high" };
    const bitmap = await createImageBitmap(file, 0, 20, 178, 178, options);
    context.drawImage(bitmap, 0, 0);
    context.getImageData(0, 0, 32, 32);
    bitmap.close();
  }
  return (performance.now() - start) / count;
}

/** Milliseconds an image, from the press of the button to the set being kept. */
async function importAll(/** @type {import("@playwright/test").Page} */ page) {
  await page.getByTestId("own-images").click();
  await page.getByTestId("own-files").waitFor({ state: "attached" });
  await page.evaluate(() => {
    const input = document.querySelector('[data-testid="own-files"]');
    const chosen = new DataTransfer();
    for (const file of globalThis.benchFiles) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.getByTestId("own-preview").locator("canvas").first().waitFor();
  return page.evaluate(async (count) => {
    const find = (/** @type {string} */ id) => document.querySelector(`[data-testid="${id}"]`);
    const start = performance.now();
    find("own-import").click();
    while (find("own-done") === null) await new Promise((resolve) => setTimeout(resolve, 5));
    return (performance.now() - start) / count;
  }, COUNT);
}

/** Bytes that the pages' processes take at most, above what they took; null where nobody tells. */
async function watchMemory(/** @type {import("@playwright/test").Browser} */ browser) {
  const session = await browser.newBrowserCDPSession();
  const resident = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    const pages = await Promise.all(
      renderers.map(({ id }) => readFile(`/proc/${id}/statm`, "utf8").catch(() => null)),
    );
    if (pages.includes(null)) return null;
    return pages.reduce((sum, text) => sum + 4096 * Number(text?.split(" ")[1]), 0);
  };
  const before = await resident();
  let most = before ?? 0;
  let watching = before !== null;
  const loop = (async () => {
    while (watching) {
      most = Math.max(most, (await resident()) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return {
    async end() {
      watching = false;
      await loop;
      return before === null ? null : most - before;
    },
  };
}
