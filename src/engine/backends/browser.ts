/** The backends of the browser this worker runs in. Decides nothing. */
import type { BackendName } from "#/core/backend/report.ts";
import {
  openBackend,
  type BackendRequest,
  type OpenBackend,
  type Probe,
} from "#/engine/backend.ts";
import { cpuProbe, wasmProbe } from "#/engine/backends/processor.ts";
import { webglProbe } from "#/engine/backends/webgl.ts";
import { webgpuProbe } from "#/engine/backends/webgpu.ts";

/** @throws EngineError "backend-unavailable" when none starts. */
export function openBrowserBackend(request: BackendRequest, wasmUrl: string): Promise<OpenBackend> {
  const { isSecureContext: secure, crossOriginIsolated } = globalThis;
  const gpu = "gpu" in navigator ? navigator.gpu : null;
  const createCanvas =
    typeof OffscreenCanvas === "undefined" ? null : () => new OffscreenCanvas(1, 1);
  const probes: Record<BackendName, Probe> = {
    webgpu: webgpuProbe({ gpu, secure }),
    webgl: webglProbe({ createCanvas }),
    wasm: wasmProbe({ hasWasm: typeof WebAssembly !== "undefined", wasmUrl }),
    cpu: cpuProbe(),
  };
  return openBackend(request, probes, crossOriginIsolated);
}
