/**
 * The compiled step without a browser: Dawn in Node (npm `webgpu`, 137 MB, so not among the
 * dependencies: `npm i --no-save webgpu`), a whole epoch of digits on the machine's GPU, beside PyTorch
 * on the same GPU where `python3` has it. BENCH_ADAPTER names an adapter to take instead, even one in software.
 */
import { spawnSync } from "node:child_process";
import { readDigits, withSources } from "./inNode.mjs";

const EPOCHS = 5;

/** @returns {Promise<import("./table.mjs").Row[]>} none where there is no GPU to measure */
export async function benchDawn() {
  const gpu = await openDawn();
  if (gpu === null) return skipped("npm `webgpu` is not here: `npm i --no-save webgpu`");
  return withSources(async (load) => {
    const { webgpuProbe } = await load("/src/engine/backends/webgpu.ts");
    const probed = await webgpuProbe({ gpu, secure: true })();
    if (!probed.ok) return skipped("no adapter was found");
    const { adapter, software } = probed.value;
    if (software && process.env["BENCH_ADAPTER"] === undefined) {
      return skipped(`the only adapter computes on the processor: ${adapter}`);
    }
    const started = await probed.value.start();
    if (!started.ok) return skipped(`${adapter} gave no device`);
    const measured = await epochs(load);
    started.value[Symbol.dispose]();
    return rows(adapter, measured, torch());
  });
}

async function openDawn() {
  try {
    const { create, globals } = await import("webgpu");
    const adapter = process.env["BENCH_ADAPTER"];
    const gpu = create(adapter === undefined ? [] : [`adapter=${adapter}`]);
    Object.assign(globalThis, globals);
    Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
    takeViews(globals.GPUQueue.prototype);
    return gpu;
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** Dawn's bindings for Node refuse a DataView, which the standard allows. @param {GPUQueue} prototype */
function takeViews(prototype) {
  const { writeBuffer } = prototype;
  prototype.writeBuffer = function (buffer, at, data, ...range) {
    const { buffer: bytes, byteOffset, byteLength } = data;
    const plain = data instanceof DataView ? new Uint8Array(bytes, byteOffset, byteLength) : data;
    return writeBuffer.call(this, buffer, at, plain, ...range);
  };
}

/** @param {string} reason */
function skipped(reason) {
  console.log(`dawn: not measured, ${reason}`);
  return [];
}

/** Fastest of a few epochs, after one to warm up. */
async function epochs(load) {
  const { configs } = await load("/bench/stepModels.mjs");
  const { ours } = await load("/bench/stepOurs.mjs");
  const { countDispatches } = await load("/bench/dispatches.mjs");
  const { train } = await readDigits();
  const { batch } = configs.dense.training;
  const steps = Math.floor(train.length / 784 / batch);
  const peer = await ours(configs.dense, train);
  const dispatches = countDispatches();
  peer.steps(1);
  await peer.settle();
  const counted = dispatches.stop();
  const times = [];
  for (let epoch = 0; epoch <= EPOCHS; epoch++) {
    const start = performance.now();
    peer.steps(steps);
    await peer.settle();
    if (epoch > 0) times.push(performance.now() - start);
  }
  return { epoch: Math.min(...times), steps, dispatches: counted };
}

/** Ms of an epoch, by way of running it. @returns {Record<string, number>} none without PyTorch on a GPU */
function torch() {
  const { status, stdout, stderr } = spawnSync("python3", ["bench/torch_epoch.py"], {
    encoding: "utf8",
  });
  if (status === 0) return JSON.parse(stdout);
  console.log(`dawn: no PyTorch beside it, ${stderr?.trim().split("\n").at(-1) ?? "no python3"}`);
  return {};
}

/** @returns {import("./table.mjs").Row[]} */
function rows(adapter, { epoch, steps, dispatches }, peers) {
  const step = (epoch / steps).toPrecision(3);
  const measure = `784-400-20 in Dawn on ${adapter}`;
  return [
    { measure: `${measure}, dispatches`, value: dispatches, unit: "", target: 18 },
    { measure: `${measure}, an epoch (${step} ms a step)`, value: epoch, unit: "ms", target: 100 },
    ...Object.entries(peers).map(([peer, theirs]) => ({
      measure: `${measure}, an epoch ÷ PyTorch ${peer} (${theirs.toFixed(0)} ms)`,
      value: epoch / theirs,
      unit: "",
      target: 1,
    })),
  ];
}
