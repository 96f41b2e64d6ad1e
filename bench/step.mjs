/**
 * A training step of `mnist-dense-20` on wasm against the plain eager tfjs step, in one worker of a
 * real browser.
 */
import { serveSources } from "./serveSources.mjs";

/**
 * @param {{ browser: import("@playwright/test").Browser }} where
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchStep({ browser }) {
  const sources = await serveSources();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(sources.url);
  const { ours, eager } = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new globalThis.Worker("/bench/step.worker.mjs", { type: "module" });
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage({ wasmUrl: "/node_modules/@tensorflow/tfjs-backend-wasm/dist/" });
      }),
  );
  await context.close();
  await sources.close();
  const times = `${ours.toFixed(1)} ms ÷ ${eager.toFixed(1)} ms`;
  return [
    {
      measure: `mnist-dense-20 step ÷ eager tfjs step, wasm (${times})`,
      value: ours / eager,
      unit: "",
      target: 0.35,
    },
  ];
}
