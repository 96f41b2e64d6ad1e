/**
 * Times a training step of each peer on one backend, in one worker and in turns, so that a busy
 * machine slows all; or counts the dispatches of one. Served by bench/step.mjs.
 */
import { defaultDevice, init } from "@jax-js/jax";
import { openBrowserBackend } from "../src/engine/backends/browser.ts";
import { countDispatches } from "./dispatches.mjs";
import { eagerConv, eagerDense } from "./stepEager.mjs";
import { jaxConv, jaxDense } from "./stepJax.mjs";
import { configs, randomImages } from "./stepModels.mjs";
import { ours } from "./stepOurs.mjs";

const STEPS = 4;

/** @typedef {{ wall: number, script: number }} Times ms a step */
/** @typedef {{ backend: "wasm" | "webgpu", work: keyof typeof works, rounds: number, wasmUrl: string }} Task */
/** @typedef {{ adapter: string, times?: Record<string, Times>, counts?: Record<string, number> }} Answer */

const makers = {
  dense: async (images) => ({
    ours: await ours(configs.dense),
    eager: eagerDense(images),
    jax: jaxDense(images),
  }),
  conv: async (images) => ({
    ours: await ours(configs.conv),
    eager: eagerConv(images),
    jax: jaxConv(images),
  }),
  S2: async () => ({ ours: await ours(configs.S2) }),
};

const works = {
  time: async (peers, rounds) => ({ times: await timed(peers, rounds) }),
  count: async (peers) => ({ counts: await counted(peers) }),
};

globalThis.addEventListener("message", (event) => {
  answer(event.data).then(
    (answered) => globalThis.postMessage({ answered }),
    (error) => globalThis.postMessage({ fault: String(error?.stack ?? error) }),
  );
});

/** @param {Task & { model: keyof typeof makers }} task @returns {Promise<Answer>} */
async function answer({ backend, model, work, rounds, wasmUrl }) {
  const { report } = await openBrowserBackend({ asked: backend, gone: [] }, wasmUrl);
  if (report.backend !== backend) throw new Error(`no ${backend}: ${report.backend} started`);
  if (!(await init(backend)).includes(backend)) throw new Error(`jax-js has no ${backend}`);
  defaultDevice(backend);
  const peers = await makers[model](randomImages());
  return { adapter: report.adapter, ...(await works[work](peers, rounds)) };
}

/** Medians over rounds of a few steps each. @returns {Promise<Record<string, Times>>} */
async function timed(peers, rounds) {
  const names = Object.keys(peers);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await round(peers[name], STEPS);
  for (let i = 0; i < rounds; i++) {
    for (const name of names) times[name].push(await round(peers[name], STEPS));
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
