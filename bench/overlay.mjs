/**
 * What four lanes cost the page's main thread in a frame: the 5,000 points of each while the slice
 * moves through all of them, and their curves of 5,000 steps each while the pointer sweeps over them.
 */
import { busyPerFrame } from "./mainThread.mjs";
import { serveSources } from "./serveSources.mjs";

const FRAMES = 120;
const STEPS = 5000;

/** One image a batch and no hidden layer: 5,000 steps in seconds. The curves do not care. */
const quick = {
  model: { encoder: [], decoder: [] },
  data: { trainLimit: STEPS },
  training: { batch: 1, epochs: 1 },
};

/**
 * @param {{ browser: import("@playwright/test").Browser, url: string }} where
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchOverlay({ browser, url }) {
  const target = { unit: "ms", target: 20 };
  const points = await slicing(browser);
  const curves = await sweeping(browser, url);
  return [
    { measure: "4 planes × 5,000 points, sliced, main thread a frame", value: points, ...target },
    { measure: "4 lanes × 5,000 steps, read, main thread a frame", value: curves, ...target },
  ];
}

/** @param {import("@playwright/test").Browser} browser */
async function slicing(browser) {
  const sources = await serveSources();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(sources.url);
  const move = (/** @type {number} */ frames) =>
    page.evaluate(async (count) => {
      const { moveSlices } = await import("/bench/overlay/planes.ts");
      return moveSlices(count);
    }, frames);
  await move(FRAMES);
  const ms = await busyPerFrame(page, () => move(FRAMES));
  await context.close();
  await sources.close();
  return ms;
}

/** @param {import("@playwright/test").Browser} browser @param {string} url */
async function sweeping(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${url}?backend=wasm&autostart=0`);
  await page.evaluate(async (patch) => {
    const { ready, configure, lanes } = window.playground;
    await ready;
    await configure(patch);
    for (let lane = 1; lane < 4; lane++) await lanes.add({});
    await lanes.train();
  }, quick);
  await page.getByTestId("lane-charts").waitFor();
  // Pictures at rest come after the last step.
  await page.waitForTimeout(2000);
  const ms = await busyPerFrame(page, () => page.evaluate(sweepCurves, FRAMES));
  await context.close();
  return ms;
}

/** Runs in the page: the pointer from one end of the first panel to the other. @param {number} frames */
async function sweepCurves(frames) {
  const panel = [...document.querySelectorAll('[data-testid="lane-charts"] svg rect')].at(-1);
  const box = panel.getBoundingClientRect();
  for (let i = 0; i < frames; i++) {
    const clientX = box.left + (box.width * i) / frames;
    const at = { clientX, clientY: box.top + box.height / 2, bubbles: true };
    panel.dispatchEvent(new PointerEvent("pointermove", at));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return frames;
}
