/**
 * Measures the page as a visitor meets it: built site, real worker, wasm, a local server. Each
 * number is the median over fresh visits unless it says p95.
 */

const VISITS = 3;

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param {readonly number[]} values */
function p95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}

/**
 * @param {{ browser: import("@playwright/test").Browser, url: string }} where
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchPage({ browser, url }) {
  const visits = [];
  for (let i = 0; i < VISITS; i++) visits.push(await firstVisit(browser, url));
  const drags = await dragging(browser, url);
  const steady = await memory(browser, url);
  const learnt = await trained(browser, url, 10);
  const ms = "ms";
  return [
    row("first visit → first movement", median(visits.map((v) => v.moved)), ms, 1000),
    row("first visit → first trained step", median(visits.map((v) => v.trained)), ms, 3000),
    row("test −ELBO 10 s after a first visit", median(visits.map((v) => v.elbo)), "nats", 180),
    row("handle → pixels, idle, p95", p95(drags.idle), ms, 33),
    row("handle → pixels, training, p95", p95(drags.training), ms, 100),
    row("longest main-thread task while training", drags.longest, ms, 50),
    row("tensors after 2,000 steps less before", steady.tensors, "", 0),
    row("bytes after 2,000 steps less before", steady.bytes, "B", 0),
    row("mnist-dense-20, test −ELBO after 10 epochs", learnt, "nats", 106.5),
  ];
}

/** @param {string} measure @param {number} value @param {string} unit @param {number} target */
function row(measure, value, unit, target) {
  return { measure, value, unit, target };
}

/** @param {import("@playwright/test").Browser} browser @param {string} url */
async function firstVisit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${url}?backend=wasm`);
  const moved = await page.evaluate(async () => {
    const image = () => document.querySelector('[data-testid="latent-handle"]');
    const seen = new Set();
    for (;;) {
      const style = image()?.getAttribute("style") ?? "";
      const text = image()?.getAttribute("aria-valuetext") ?? "";
      if (style !== "" || text !== "") seen.add(style + text);
      if (seen.size > 1) return performance.now();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  const trained = await page.evaluate(async () => {
    await window.playground.ready;
    for (;;) {
      if ((await window.playground.history()).length > 0) return performance.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await page.waitForFunction(() => performance.now() > 10_000, null, { timeout: 30_000 });
  const elbo = await page.evaluate(async () => {
    await window.playground.pause();
    return (await window.playground.evaluate({ limit: 2000 })).negativeElbo ?? Number.NaN;
  });
  await context.close();
  return { moved, trained, elbo };
}

/**
 * Time from an arrow key on the handle to changed pixels of the decoded image, idle and training.
 *
 * @param {import("@playwright/test").Browser} browser @param {string} url
 */
async function dragging(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${url}?backend=wasm&autostart=0`);
  await page.evaluate(() => window.playground.ready);
  await page.evaluate(() => window.playground.train({ steps: 100 }));
  const idle = await latencies(page);
  await page.evaluate(() => {
    const tasks = /** @type {number[]} */ ([]);
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ entryTypes: ["longtask"] });
    void window.playground.train({ epochs: 10 }).catch(() => undefined);
  });
  const training = await latencies(page);
  // Long tasks are reported from 50 ms up; none means that nothing reached it.
  const longest = await page.evaluate(() => Math.max(0, ...window.longTasks));
  await context.close();
  return { idle, training, longest };
}

/** @param {import("@playwright/test").Page} page */
function latencies(page) {
  return page.evaluate(async () => {
    const find = (/** @type {string} */ id) => {
      const element = document.querySelector(`[data-testid="${id}"]`);
      if (element === null) throw new Error(`no ${id}`);
      return element;
    };
    const holder = find("decoded-image");
    const canvas = holder instanceof HTMLCanvasElement ? holder : holder.querySelector("canvas");
    const context = canvas?.getContext("2d", { willReadFrequently: true });
    if (canvas == null || context == null) throw new Error("no canvas");
    const hash = () => {
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) sum = (Math.imul(sum, 31) + data[i]) | 0;
      return sum;
    };
    // Told at the very draw, not at the next frame: frames are as long as the target itself.
    let drawn = () => undefined;
    for (const name of ["putImageData", "drawImage"]) {
      const draw = context[name].bind(context);
      context[name] = (...args) => {
        draw(...args);
        drawn();
      };
    }
    const handle = find("latent-handle");
    handle.focus();
    const times = [];
    for (let i = 0; i < 60; i++) {
      const before = hash();
      const start = performance.now();
      const key = ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"][i % 4];
      handle.dispatchEvent(
        new KeyboardEvent("keydown", { key, shiftKey: true, bubbles: true, cancelable: true }),
      );
      do {
        await new Promise((resolve) => {
          drawn = () => resolve(undefined);
          setTimeout(resolve, 1000);
        });
      } while (hash() === before && performance.now() - start < 1000);
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return times;
  });
}

/** @param {import("@playwright/test").Browser} browser @param {string} url */
async function memory(browser, url) {
  const page = await browser.newPage();
  await page.goto(`${url}?backend=wasm&autostart=0`);
  const change = await page.evaluate(async () => {
    const api = window.playground;
    await api.ready;
    await api.configure({ data: { trainLimit: 6000 } });
    await api.train({ steps: 20 });
    const before = await api.diagnostics();
    await api.train({ steps: 2000 });
    const after = await api.diagnostics();
    return { tensors: after.tensors - before.tensors, bytes: after.bytes - before.bytes };
  });
  await page.close();
  return change;
}

/**
 * Test −ELBO of `mnist-dense-20`, nats an image, over the whole test set.
 *
 * @param {import("@playwright/test").Browser} browser @param {string} url @param {number} epochs
 */
async function trained(browser, url, epochs) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${url}?backend=wasm&autostart=0&preset=mnist-dense-20`);
  const negativeElbo = await page.evaluate(async (count) => {
    const api = window.playground;
    await api.ready;
    await api.train({ epochs: count });
    return (await api.evaluate()).negativeElbo ?? Number.NaN;
  }, epochs);
  await page.close();
  return negativeElbo;
}
