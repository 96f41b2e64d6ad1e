/**
 * The one door to TensorFlow.js: everything else imports its operations from here. No gradient
 * registry and no chained methods come along (the step's gradients are written out), and each
 * backend is its own chunk, loaded when it is chosen.
 */
import * as tfc from "@tensorflow/tfjs-core";
import type { BackendName } from "#/core/backend/report.ts";

export {
  abs,
  add,
  cast,
  clipByValue,
  clone,
  concat,
  conv2d,
  conv2dTranspose,
  dispose,
  div,
  equal,
  elu,
  exp,
  fused,
  gather,
  greaterEqual,
  keep,
  leakyRelu,
  log,
  maximum,
  matMul,
  mean,
  memory,
  minimum,
  mul,
  neg,
  ones,
  relu,
  reshape,
  scalar,
  sigmoid,
  slice,
  sqrt,
  square,
  stack,
  step,
  sub,
  sum,
  tanh,
  tensor,
  tensor1d,
  tensor2d,
  tile,
  transpose,
  where,
  zeros,
  zerosLike,
} from "@tensorflow/tfjs-core";
export type { Tensor, Tensor4D } from "@tensorflow/tfjs-core";

/** Direct views of a tensor's memory, by backend, where JavaScript can address it. */
const views = new Map<string, (tensor: tfc.Tensor) => Float32Array>();

/**
 * The values of a float tensor where they lie, on wasm and cpu; null elsewhere. Borrowed, and only
 * until the next allocation: wasm memory that grows detaches its views.
 */
export function hostView(tensor: tfc.Tensor): Float32Array | null {
  return views.get(tfc.getBackend())?.(tensor) ?? null;
}

/** Whether weights can live in JavaScript and be updated there. */
export function hasHostMemory(): boolean {
  return views.has(tfc.getBackend());
}

/** Opens a scope of tensors (scope.ts). */
export function startScope(): void {
  tfc.engine().startScope();
}

/** Disposes what was made since the matching `startScope` and not kept. */
export function endScope(): void {
  tfc.engine().endScope();
}

/** wasm lacks tfjs's kernel for the gradient of a filter, and its input gradient is a scalar loop. */
export function isWasm(): boolean {
  return tfc.getBackend() === "wasm";
}

/** ∂L/∂filter of a convolution by tfjs's own kernel: webgpu, webgl and cpu have it. */
export function conv2dFilterGradient(
  x: tfc.Tensor4D,
  dy: tfc.Tensor4D,
  filterShape: readonly [number, number, number, number],
  { stride, padding }: { readonly stride: number; readonly padding: "same" | "valid" },
): tfc.Tensor {
  return tfc.engine().runKernel(
    tfc.Conv2DBackpropFilter,
    { x, dy },
    {
      strides: [stride, stride],
      pad: padding,
      dataFormat: "NHWC",
      filterShape: [...filterShape],
    },
  );
}

/** Loads and starts the wasm backend, with SIMD where there is any. @throws when it cannot start. */
export async function startWasm(wasmUrl: string): Promise<void> {
  const wasm = await import("@tensorflow/tfjs-backend-wasm");
  // On a cross-origin-isolated host tfjs would start its threads from a blob: URL, which the
  // content security policy forbids.
  tfc.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  wasm.setWasmPaths(wasmUrl);
  await start("wasm");
  const backend = tfc.backend();
  if (!(backend instanceof wasm.BackendWasm)) throw new Error("another backend is called wasm");
  views.set("wasm", (tensor) => float32(backend.typedArrayFromHeap(tensor)));
}

export async function startCpu(): Promise<void> {
  const cpu = await import("@tensorflow/tfjs-backend-cpu");
  await start("cpu");
  const backend = tfc.backend();
  if (!(backend instanceof cpu.MathBackendCPU)) throw new Error("another backend is called cpu");
  views.set("cpu", (tensor) => float32(backend.readSync(tensor.dataId)));
}

/** Runs tfjs in a context of ours (backends/webgl.ts). */
export async function startWebgl(gl: WebGL2RenderingContext): Promise<void> {
  const webgl = await import("@tensorflow/tfjs-backend-webgl");
  removeBackend("webgl");
  webgl.setWebGLContext(2, gl);
  tfc.registerBackend("webgl", () => new webgl.MathBackendWebGL());
  await start("webgl");
}

/** Runs tfjs on a device of ours (backends/webgpu.ts). */
export async function startWebgpu(device: GPUDevice, info: GPUAdapterInfo): Promise<void> {
  const webgpu = await import("@tensorflow/tfjs-backend-webgpu");
  removeBackend("webgpu");
  tfc.registerBackend("webgpu", () => new webgpu.WebGPUBackend(device, info));
  await start("webgpu");
}

/** The device that tfjs runs on; null on every other backend. */
export function webgpuDevice(): GPUDevice | null {
  const backend: object = tfc.backend();
  if (tfc.getBackend() !== "webgpu" || !("device" in backend)) return null;
  return backend.device instanceof GPUDevice ? backend.device : null;
}

/** A tensor over a buffer of that device, which stays its owner's. */
export function lend(buffer: GPUBuffer, shape: readonly number[]): tfc.Tensor {
  return tfc.keep(tfc.tensor({ buffer, zeroCopy: true }, [...shape]));
}

/** Forgets a backend that failed or whose device is lost, with every tensor on it. */
export function removeBackend(name: BackendName): void {
  views.delete(name);
  if (name in tfc.engine().registryFactory) tfc.removeBackend(name);
}

async function start(name: BackendName): Promise<void> {
  if (!(await tfc.setBackend(name))) throw new Error(`${name} did not start`);
}

function float32(values: unknown): Float32Array {
  if (!(values instanceof Float32Array)) throw new Error("not a float tensor");
  return values;
}
