/**
 * A training step of a 784-400-20 VAE (batch 128, Adam) beside plain eager tfjs and jitted jax-js, on
 * wasm and on WebGPU, and how many dispatches that and convolutional models take. Needs a Chromium
 * with WebGPU. Its software adapter is a check, not the aim; BENCH_ADAPTER=default takes a GPU.
 */
import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browser.mjs";
import { serveSources } from "./serveSources.mjs";

const peers = { eager: "eager tfjs", jax: "jax-js" };

/** @returns {Promise<import("./table.mjs").Row[]>} */
export async function benchStep() {
  const sources = await serveSources();
  const browser = await launch();
  const ask = (/** @type {object} */ task) => inWorker(browser, sources.url, task);
  const model = "dense";
  const dense = "784-400-20";
  try {
    const wasm = await ask({ backend: "wasm", model, rounds: 15, steps: 4 });
    const onWasm = against(`${dense}, a step on wasm`, wasm.times, "wall", { eager: 0.29, jax: 1 });
    tell(onWasm);
    // Software adapters take seconds for an eager step.
    const webgpu = await ask({ backend: "webgpu", model, rounds: 5, steps: 2 });
    const { adapter, times } = webgpu;
    const onWebgpu = [
      ...against(`${dense}, a step on ${adapter}`, times, "wall", { eager: 1 / 4, jax: 1 }),
      ...against(`${dense}, its JavaScript on WebGPU`, times, "script", { eager: 1 / 50 }),
      counted(`${dense}, dispatches`, webgpu.counts, 18),
    ];
    tell(onWebgpu);
    const count = (/** @type {string} */ of) => ask({ backend: "webgpu", model: of, rounds: 0 });
    const dispatches = [
      counted("2 conv + 2 transposed conv, dispatches", (await count("conv")).counts, 30),
      counted("S2 in full, dispatches", (await count("S2")).counts, 45),
    ];
    return [...onWasm, ...onWebgpu, ...dispatches];
  } finally {
    await browser.close();
    await sources.close();
  }
}

/** It takes minutes. @param {readonly import("./table.mjs").Row[]} rows */
function tell(rows) {
  for (const { measure, value } of rows) console.log(`${measure}: ${value.toPrecision(3)}`);
}

function launch() {
  const executablePath = findBrowser();
  const adapter = process.env["BENCH_ADAPTER"] ?? "swiftshader";
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      "--headless=new",
      "--disable-background-networking",
      "--enable-unsafe-webgpu",
      ...(adapter === "default" ? [] : [`--use-webgpu-adapter=${adapter}`]),
    ],
  });
}

/**
 * @param {import("@playwright/test").Browser} browser @param {string} url @param {object} task
 * @returns {Promise<import("./step.worker.mjs").Answer>}
 */
async function inWorker(browser, url, task) {
  const page = await browser.newPage();
  await page.goto(url);
  const answered = await page.evaluate(
    (message) =>
      new Promise((resolve, reject) => {
        const worker = new globalThis.Worker("/bench/step.worker.mjs", { type: "module" });
        worker.onmessage = ({ data }) => {
          if (data.fault === undefined) resolve(data.answered);
          else reject(new Error(data.fault));
        };
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(message);
      }),
    { ...task, wasmUrl: "/node_modules/@tensorflow/tfjs-backend-wasm/dist/" },
  );
  await page.close();
  return answered;
}

/** @param {string} measure @param {Record<string, number>} counts @param {number} target */
function counted(measure, { ours, ...others }, target) {
  const beside = Object.entries(others).map(([peer, count]) => `${peers[peer]} ${count}`);
  const named = beside.length === 0 ? measure : `${measure} (${beside.join(", ")})`;
  return { measure: named, value: ours, unit: "", target };
}

/**
 * @param {string} measure @param {Record<string, { wall: number, script: number }>} times
 * @param {"wall" | "script"} kind @param {Record<string, number>} targets share of the peer's time
 */
function against(measure, times, kind, targets) {
  const mine = times.ours[kind];
  return Object.entries(targets).map(([peer, target]) => {
    const theirs = times[peer][kind];
    const both = `${mine.toPrecision(3)} ms ÷ ${theirs.toPrecision(3)} ms`;
    return {
      measure: `${measure} ÷ ${peers[peer]} (${both})`,
      value: mine / theirs,
      unit: "",
      target,
    };
  });
}
