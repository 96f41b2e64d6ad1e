/**
 * WebGPU on a device of ours: the adapter is looked at first (tfjs would read its features without
 * asking whether there is one), limits are raised to what it has, and what becomes of it is watched:
 * errors of WebGPU reject nothing, the device goes on and computes something else.
 */
import type { DeviceFault } from "#/core/backend/deviceFault.ts";
import type { Candidate, Probe, Running } from "#/engine/backend.ts";
import { adapterName, isSoftwareAdapter, rememberAdapter } from "#/engine/backends/software.ts";
import { removeBackend, startWebgpu } from "#/engine/tf.ts";

export interface WebgpuEnvironment {
  /** `navigator.gpu`, null where there is none. */
  readonly gpu: Pick<GPU, "requestAdapter"> | null;
  /** Browsers offer WebGPU on https and localhost alone. */
  readonly secure: boolean;
}

/** tfjs's own list, and the storage buffers that a kernel with several outputs needs. */
const limits = [
  "maxBufferSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxStorageBuffersPerShaderStage",
] as const satisfies readonly (keyof GPUSupportedLimits)[];

export function webgpuProbe(
  { gpu, secure }: WebgpuEnvironment,
  start: typeof startWebgpu = startWebgpu,
): Probe {
  return async () => {
    if (gpu === null) return { ok: false, error: secure ? "no-api" : "insecure-context" };
    const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
    if (adapter === null) return { ok: false, error: "no-adapter" };
    return { ok: true, value: candidate(adapter, start) };
  };
}

function candidate(gpuAdapter: GPUAdapter, start: typeof startWebgpu): Candidate {
  const { info } = gpuAdapter;
  return {
    adapter: adapterName(info),
    software: isSoftwareAdapter(info),
    discard: () => undefined,
    async start() {
      const device = await requestDevice(gpuAdapter);
      if (device === null) return { ok: false, error: "device-failed" };
      rememberAdapter(device, info);
      await start(device, info);
      return { ok: true, value: running(device) };
    },
  };
}

function running(device: GPUDevice): Running {
  let disposed = false;
  return {
    failed: new Promise((resolve) => {
      const fail = (fault: DeviceFault, words: string) => {
        // Destroying a device loses it too; that is nobody's news when it was disposed.
        if (!disposed) resolve({ fault, words });
      };
      void device.lost.then(({ message }) => {
        fail("device-lost", message);
      });
      device.addEventListener("uncapturederror", ({ error }) => {
        const full = error instanceof GPUOutOfMemoryError;
        fail(full ? "out-of-memory" : "validation-error", error.message);
      });
    }),
    simulate(fault) {
      provoke(device, fault);
      return true;
    },
    [Symbol.dispose]() {
      disposed = true;
      removeBackend("webgpu");
      device.destroy();
    },
  };
}

function provoke(device: GPUDevice, fault: DeviceFault): void {
  switch (fault) {
    case "device-lost":
      device.destroy();
      return;
    case "validation-error":
      // A buffer that is mapped to be read can be nothing but copied into.
      device.createBuffer({
        label: "refused on purpose",
        size: 4,
        usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE,
      });
      return;
    case "out-of-memory": {
      // No size is sure to be too much and within the limits: only the news of it can be made.
      const error = new GPUOutOfMemoryError("out of memory on purpose");
      device.dispatchEvent(new GPUUncapturedErrorEvent("uncapturederror", { error }));
    }
  }
}

async function requestDevice(adapter: GPUAdapter): Promise<GPUDevice | null> {
  const requiredLimits = Object.fromEntries(limits.map((name) => [name, adapter.limits[name]]));
  try {
    return await adapter.requestDevice({ requiredLimits });
  } catch {
    return null;
  }
}
