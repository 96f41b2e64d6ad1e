/** Backends in Node, for unit tests: wasm reads its binary from the installed package. */
import { startCpu, startWasm } from "#/engine/tf.ts";

export const nodeBackends = ["cpu", "wasm"] as const;

export async function startNodeBackend(name: (typeof nodeBackends)[number]): Promise<void> {
  await (name === "cpu"
    ? startCpu()
    : startWasm("node_modules/@tensorflow/tfjs-backend-wasm/dist/"));
}
