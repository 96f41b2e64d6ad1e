/**
 * WebGPU on a device of ours: the adapter is looked at first (tfjs would read its features without
 * asking whether there is one), limits are raised to what it has, and its loss is watched.
 */
import type { Candidate, Probe, Running } from "#/engine/backend.ts";
import { isSoftwareName } from "#/engine/backends/software.ts";
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
  const parts = [info.vendor, info.architecture, info.device, info.description];
  const adapter = parts.filter((part) => part !== "").join(" ");
  return {
    adapter,
    // The flag is absent before Chrome 136, and SwiftShader has to be known by name even then.
    software: info.isFallbackAdapter || isSoftwareName(adapter),
    discard: () => undefined,
    async start() {
      const device = await requestDevice(gpuAdapter);
      if (device === null) return { ok: false, error: "device-failed" };
      await start(device, info);
      return { ok: true, value: running(device) };
    },
  };
}

function running(device: GPUDevice): Running {
  let disposed = false;
  return {
    lost: new Promise((resolve) => {
      void device.lost.then(() => {
        // Destroying a device loses it too; that is nobody's news when it was disposed.
        if (!disposed) resolve();
      });
    }),
    loseDevice() {
      device.destroy();
      return true;
    },
    [Symbol.dispose]() {
      disposed = true;
      removeBackend("webgpu");
      device.destroy();
    },
  };
}

async function requestDevice(adapter: GPUAdapter): Promise<GPUDevice | null> {
  const requiredLimits = Object.fromEntries(limits.map((name) => [name, adapter.limits[name]]));
  try {
    return await adapter.requestDevice({ requiredLimits });
  } catch {
    return null;
  }
}
