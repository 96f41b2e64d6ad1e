/** wasm and cpu: no device, nothing to lose. */
import type { Probe, Running } from "#/engine/backend.ts";
import { startCpu, startWasm } from "#/engine/tf.ts";

/** tfjs keeps both for as long as the worker lives; there is nothing to give back. */
const running: Running = {
  failed: new Promise(() => undefined),
  simulate: () => false,
  [Symbol.dispose]: () => undefined,
};

function processorProbe(start: () => Promise<void>): Probe {
  const candidate = {
    adapter: "",
    software: false,
    discard: () => undefined,
    start: () => start().then(() => ({ ok: true, value: running }) as const),
  };
  return () => Promise.resolve({ ok: true, value: candidate });
}

/** `wasmUrl` is the folder, with its slash, that holds tfjs's binaries. */
export function wasmProbe(
  { hasWasm, wasmUrl }: { readonly hasWasm: boolean; readonly wasmUrl: string },
  start: typeof startWasm = startWasm,
): Probe {
  if (!hasWasm) return () => Promise.resolve({ ok: false, error: "no-api" });
  return processorProbe(() => start(wasmUrl));
}

export function cpuProbe(start: typeof startCpu = startCpu): Probe {
  return processorProbe(start);
}
