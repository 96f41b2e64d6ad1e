import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { BackendName } from "#/core/backend/report.ts";
import {
  openBackend,
  type BackendRequest,
  type Candidate,
  type Probe,
  type Running,
} from "#/engine/backend.ts";
import { cpuProbe, wasmProbe } from "#/engine/backends/processor.ts";
import { isSoftwareName } from "#/engine/backends/software.ts";
import { webglProbe } from "#/engine/backends/webgl.ts";
import { webgpuProbe } from "#/engine/backends/webgpu.ts";

const running: Running = {
  failed: new Promise(() => undefined),
  simulate: () => false,
  [Symbol.dispose]: () => undefined,
};

function working(part: Partial<Candidate> = {}): Probe {
  const candidate: Candidate = {
    adapter: "",
    software: false,
    start: () => Promise.resolve({ ok: true, value: running }),
    discard: () => undefined,
    ...part,
  };
  return () => Promise.resolve({ ok: true, value: candidate });
}

const absent: Probe = () => Promise.resolve({ ok: false, error: "no-api" });
const broken = working({ start: () => Promise.reject(new Error("no memory")) });

function open(
  probes: Partial<Record<BackendName, Probe>>,
  asked: BackendName | null = null,
  gone: BackendRequest["gone"] = [],
) {
  const all = { webgpu: absent, webgl: absent, wasm: working(), cpu: working(), ...probes };
  return openBackend({ asked, gone }, all, false);
}

describe("openBackend", () => {
  it("takes the fastest that works and says why not the others", async () => {
    const { report } = await open({});
    expect(report).toEqual({
      backend: "wasm",
      reason: "fastest-available",
      passedOver: [
        { backend: "webgpu", reason: "no-api" },
        { backend: "webgl", reason: "no-api" },
      ],
      adapter: "",
      software: false,
      crossOriginIsolated: false,
    });
    const gpu = await open({ webgpu: working({ adapter: "apple metal-3" }), webgl: working() });
    expect(gpu.report).toMatchObject({ backend: "webgpu", adapter: "apple metal-3" });
    expect(gpu.report.passedOver).toEqual([]);
  });

  it("prefers wasm to a software adapter, unless that was asked for by name", async () => {
    const discard = vi.fn();
    const software = working({ adapter: "google swiftshader", software: true, discard });
    const { report } = await open({ webgpu: software, webgl: software });
    expect(report.backend).toBe("wasm");
    expect(report.passedOver.map(({ reason }) => reason)).toEqual([
      "software-adapter",
      "software-adapter",
    ]);
    expect(discard).toHaveBeenCalledTimes(2);
    const asked = await open({ webgpu: software }, "webgpu");
    expect(asked.report).toMatchObject({
      backend: "webgpu",
      reason: "asked-for",
      software: true,
      passedOver: [],
    });
  });

  it("falls back along the chain when what was asked for fails", async () => {
    const { report } = await open({ webgl: broken, webgpu: working() }, "webgl");
    expect(report).toMatchObject({ backend: "webgpu", reason: "fastest-available" });
    expect(report.passedOver).toEqual([{ backend: "webgl", reason: "backend-failed" }]);
  });

  it("survives probes that throw, and goes on after a loss", async () => {
    const throwing: Probe = () => Promise.reject(new Error("blocked"));
    const { report } = await open({ webgpu: working(), webgl: throwing, wasm: broken }, null, [
      { backend: "webgpu", reason: "device-lost" },
    ]);
    expect(report.backend).toBe("cpu");
    expect(report.passedOver.map(({ reason }) => reason)).toEqual([
      "device-lost",
      "backend-failed",
      "backend-failed",
    ]);
  });

  it("is a fault when nothing starts", async () => {
    await expect(open({ wasm: absent, cpu: broken })).rejects.toMatchObject({
      code: "backend-unavailable",
    });
  });
});

/** As much of WebGPU as is used: a device that refuses what it must, and does nothing else. */
class FakeOutOfMemory {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

class FakeUncaptured extends Event {
  readonly error: unknown;

  constructor(type: string, { error }: { readonly error: unknown }) {
    super(type);
    this.error = error;
  }
}

class FakeDevice extends EventTarget {
  destroy: () => void = () => undefined;
  readonly lost = new Promise((resolve) => {
    this.destroy = () => {
      resolve({ reason: "destroyed", message: "destroyed" });
    };
  });

  createBuffer({ usage }: GPUBufferDescriptor): void {
    const error = { message: "bad usage" };
    if (usage === 3) this.dispatchEvent(new FakeUncaptured("uncapturederror", { error }));
  }
}

beforeAll(() => {
  vi.stubGlobal("GPUOutOfMemoryError", FakeOutOfMemory);
  vi.stubGlobal("GPUUncapturedErrorEvent", FakeUncaptured);
  vi.stubGlobal("GPUBufferUsage", { MAP_READ: 1, STORAGE: 2 });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

function fakeGpu(adapter: object | null) {
  return { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
}

describe("webgpuProbe", () => {
  const info = { vendor: "google", architecture: "swiftshader", device: "", description: "" };
  const limits = { maxBufferSize: 1, maxStorageBuffersPerShaderStage: 10 };

  it("tells no API from a plain-http page and from no adapter", async () => {
    const error = async (gpu: GPU | null, secure: boolean) => {
      const result = await webgpuProbe({ gpu, secure })();
      return result.ok ? null : result.error;
    };
    expect(await error(null, true)).toBe("no-api");
    expect(await error(null, false)).toBe("insecure-context");
    expect(await error(fakeGpu(null), true)).toBe("no-adapter");
  });

  async function started() {
    const device = new FakeDevice();
    const requestDevice = vi.fn(() => Promise.resolve(device));
    const start = vi.fn(() => Promise.resolve());
    const gpu = fakeGpu({ info, limits, requestDevice });
    const probed = await webgpuProbe({ gpu, secure: true }, start)();
    if (!probed.ok) throw new Error(probed.error);
    expect(probed.value).toMatchObject({ adapter: "google swiftshader", software: true });
    const running = await probed.value.start();
    if (!running.ok) throw new Error(running.error);
    expect(start).toHaveBeenCalledWith(device, info);
    expect(requestDevice).toHaveBeenCalledWith({
      requiredLimits: expect.objectContaining(limits) as unknown,
    });
    return running.value;
  }

  it("asks for the adapter's limits, and tells what becomes of the device", async () => {
    const lost = await started();
    expect(lost.simulate("device-lost")).toBe(true);
    expect(await lost.failed).toEqual({ fault: "device-lost", words: "destroyed" });

    const refusing = await started();
    expect(refusing.simulate("validation-error")).toBe(true);
    expect(await refusing.failed).toEqual({ fault: "validation-error", words: "bad usage" });

    const full = await started();
    expect(full.simulate("out-of-memory")).toBe(true);
    expect((await full.failed).fault).toBe("out-of-memory");
  });

  it("keeps it to itself that a device is disposed", async () => {
    const device = await started();
    const told = vi.fn();
    void device.failed.then(told);
    device[Symbol.dispose]();
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).not.toHaveBeenCalled();
  });

  it("says so when the device is refused", async () => {
    const requestDevice = () => Promise.reject(new Error("out of memory"));
    const probed = await webgpuProbe({
      gpu: fakeGpu({ info, limits, requestDevice }),
      secure: true,
    })();
    if (!probed.ok) throw new Error(probed.error);
    expect(await probed.value.start()).toEqual({ ok: false, error: "device-failed" });
  });
});

describe("webglProbe", () => {
  const extensions = ["EXT_color_buffer_float", "WEBGL_lose_context"];

  function canvas(renderer: string, supported: readonly string[]) {
    const loseContext = vi.fn();
    const gl = {
      RENDERER: 1,
      getParameter: () => renderer,
      getExtension: (name: string) => (supported.includes(name) ? { loseContext } : null),
    };
    const target = Object.assign(new EventTarget(), { getContext: () => gl });
    return { create: () => target as unknown as OffscreenCanvas, target, loseContext };
  }

  it("knows software renderers, and passes over 16-bit ones", async () => {
    const name = "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))";
    const soft = await webglProbe({ createCanvas: canvas(name, extensions).create })();
    expect(soft).toMatchObject({ ok: true, value: { adapter: name, software: true } });
    const half = canvas("Mali-400", ["WEBGL_lose_context"]);
    expect(await webglProbe({ createCanvas: half.create })()).toEqual({
      ok: false,
      error: "half-precision",
    });
    expect(half.loseContext).toHaveBeenCalled();
    expect(await webglProbe({ createCanvas: null })()).toEqual({ ok: false, error: "no-api" });
  });

  it("tells of a lost context", async () => {
    const { create, target } = canvas("Apple GPU", extensions);
    const probed = await webglProbe({ createCanvas: create }, () => Promise.resolve())();
    if (!probed.ok) throw new Error(probed.error);
    const started = await probed.value.start();
    if (!started.ok) throw new Error(started.error);
    target.dispatchEvent(new Event("webglcontextlost"));
    expect(await started.value.failed).toEqual({ fault: "device-lost", words: "" });
    expect(started.value.simulate("out-of-memory")).toBe(false);
  });
});

describe("processors", () => {
  it("need WebAssembly, or nothing", async () => {
    expect(await wasmProbe({ hasWasm: false, wasmUrl: "wasm/" })()).toEqual({
      ok: false,
      error: "no-api",
    });
    const start = vi.fn(() => Promise.resolve());
    const probed = await wasmProbe({ hasWasm: true, wasmUrl: "wasm/" }, start)();
    if (!probed.ok) throw new Error(probed.error);
    expect((await probed.value.start()).ok).toBe(true);
    expect(start).toHaveBeenCalledWith("wasm/");
    expect((await cpuProbe()()).ok).toBe(true);
  });
});

it("recognises software adapters by name", () => {
  const software = [
    "google swiftshader",
    "llvmpipe (LLVM 15.0.7)",
    "Microsoft Basic Render Driver",
  ];
  const real = ["apple metal-3", "nvidia ampere", "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)"];
  expect(software.map(isSoftwareName)).toEqual([true, true, true]);
  expect(real.map(isSoftwareName)).toEqual([false, false, false]);
});
