/**
 * Times a training step of each peer on one backend, in one worker and in turns, so that a busy
 * machine slows all, and counts the dispatches of one on WebGPU. Served by bench/step.mjs.
 */
import { defaultDevice, init } from "@jax-js/jax";
import { openBrowserBackend } from "../src/engine/backends/browser.ts";
import { countDispatches } from "./dispatches.mjs";
import { eagerConv, eagerDense } from "./stepEager.mjs";
import { jaxConv, jaxDense } from "./stepJax.mjs";
import { configs } from "./stepModels.mjs";
import { ours } from "./stepOurs.mjs";

/** @typedef {{ wall: number, script: number }} Times ms a step */
/** @typedef {{ backend: "wasm" | "webgpu", model: keyof typeof makers, rounds: number, steps: number, wasmUrl: string }} Task */
/** @typedef {{ adapter: string, counts: Record<string, number>, times: Record<string, Times> }} Answer */

const makers = {
  dense: async () => ({
    ours: await ours(configs.dense),
    eager: eagerDense(),
    jax: jaxDense(),
  }),
  conv: async () => ({
    ours: await ours(configs.conv),
    eager: eagerConv(),
    jax: jaxConv(),
  }),
  S2: async () => ({ ours: await ours(configs.S2) }),
};

globalThis.addEventListener("message", (event) => {
  answer(event.data).then(
    (answered) => globalThis.postMessage({ answered }),
    (error) => globalThis.postMessage({ fault: String(error?.stack ?? error) }),
  );
});

/** @param {Task} task @returns {Promise<Answer>} */
async function answer({ backend, model, rounds, steps, wasmUrl }) {
  const { report } = await openBrowserBackend({ asked: backend, gone: [] }, wasmUrl);
  if (report.backend !== backend) throw new Error(`no ${backend}: ${report.backend} started`);
  if (!(await init(backend)).includes(backend)) throw new Error(`jax-js has no ${backend}`);
  defaultDevice(backend);
  const peers = await makers[model]();
  const counts = backend === "webgpu" ? await counted(peers) : {};
  return { adapter: report.adapter, counts, times: await timed(peers, rounds, steps) };
}

/** Medians over rounds of `steps` each, none of no rounds. @returns {Promise<Record<string, Times>>} */
async function timed(peers, rounds, steps) {
  const names = Object.keys(peers);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  if (rounds === 0) return {};
  for (const name of names) await round(peers[name], steps);
  for (let i = 0; i < rounds; i++) {
    for (const name of names) times[name].push(await round(peers[name], steps));
  }
  const middle = (name, kind) => median(times[name].map((taken) => taken[kind]));
  return Object.fromEntries(
    names.map((name) => [name, { wall: middle(name, "wall"), script: middle(name, "script") }]),
  );
}

/** @param {import("./stepEager.mjs").Peer} peer @param {number} count @returns {Promise<Times>} */
async function round(peer, count) {
  const start = performance.now();
  peer.steps(count);
  const called = performance.now();
  await peer.settle();
  return { script: (called - start) / count, wall: (performance.now() - start) / count };
}

/** Dispatches of the second step: the first makes what later ones find. */
async function counted(peers) {
  const counts = {};
  for (const [name, peer] of Object.entries(peers)) {
    await round(peer, 1);
    const dispatches = countDispatches();
    // Some are sent off only when they are waited for.
    await round(peer, 1);
    counts[name] = dispatches.stop();
  }
  return counts;
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
