/**
 * Times a training step of ours and the plain eager one on wasm, in one worker and in turns, so that
 * a busy machine slows both. Served by bench/step.mjs.
 */
import { resolveVae } from "../src/core/model/shapes.ts";
import { initialWeights } from "../src/core/model/init.ts";
import { presets } from "../src/core/experiment/presets.ts";
import { createRng } from "../src/core/rng.ts";
import { settingsAt } from "../src/core/training/settings.ts";
import { openBrowserBackend } from "../src/engine/backends/browser.ts";
import { createEngine } from "../src/engine/createEngine.ts";
import { eagerStep } from "./stepEager.mjs";

const ROUNDS = 12;
const STEPS = 5;
const BATCH = 128;

const { config } = presets["mnist-dense-20"];

globalThis.addEventListener("message", (event) => {
  void measure(event.data.wasmUrl).then((result) => globalThis.postMessage(result));
});

/** @param {string} wasmUrl @returns {Promise<{ ours: number, eager: number }>} medians, ms a step */
async function measure(wasmUrl) {
  await openBrowserBackend({ asked: "wasm", gone: [] }, wasmUrl);
  const engine = await denseEngine();
  const batch = randomBatch();
  const steps = {
    ours: () => engine.step(batch, settingsAt(config, 0)),
    eager: eagerStep(BATCH),
  };
  for (const step of Object.values(steps)) time(step);
  const times = { ours: [], eager: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, step] of Object.entries(steps)) times[name].push(time(step));
    // As the training loop does ten times a second.
    await engine.readTerms();
  }
  return { ours: median(times.ours), eager: median(times.eager) };
}

function denseEngine() {
  const { model, objective, optimizer } = config;
  const resolved = resolveVae(model, [28, 28, 1]);
  if (!resolved.ok) throw new Error(resolved.error.message);
  const weights = initialWeights(resolved.value, model.weightInit, createRng(1), objective);
  const state = { weights, optimizer: { steps: 0, moments: {} } };
  return createEngine({ resolved: resolved.value, state, objective, optimizer });
}

function randomBatch() {
  const rng = createRng(2);
  const images = Float32Array.from({ length: BATCH * 784 }, () => rng.uniform());
  const epsilon = new Float32Array(BATCH * 20);
  rng.fillNormal(epsilon);
  return { count: BATCH, images, epsilon, labels: null, dropout: null };
}

/** @param {() => void} step @returns {number} ms a step */
function time(step) {
  const start = performance.now();
  for (let i = 0; i < STEPS; i++) step();
  return (performance.now() - start) / STEPS;
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
