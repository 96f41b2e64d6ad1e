/** Names of the backends as their makers write them: the same in every language. */
import type { BackendName } from "#/core/backend/report.ts";

export const backendTitles: Readonly<Record<BackendName, string>> = {
  webgpu: "WebGPU",
  webgl: "WebGL",
  wasm: "WASM",
  cpu: "CPU",
};
