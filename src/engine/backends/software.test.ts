import { describe, expect, it } from "vitest";
import {
  adapterName,
  isSoftwareAdapter,
  isSoftwareDevice,
  rememberAdapter,
} from "#/engine/backends/software.ts";

function info(changes: Partial<GPUAdapterInfo>): GPUAdapterInfo {
  const unnamed = { vendor: "", architecture: "", device: "", description: "" };
  return { ...unnamed, isFallbackAdapter: false, ...changes } as GPUAdapterInfo;
}

describe("software adapters", () => {
  it("are told by the browser's flag", () => {
    expect(isSoftwareAdapter(info({ vendor: "intel" }))).toBe(false);
    expect(isSoftwareAdapter(info({ isFallbackAdapter: true }))).toBe(true);
  });

  it("are known by name where a browser has no flag", () => {
    expect(isSoftwareAdapter(info({ vendor: "google", architecture: "swiftshader" }))).toBe(true);
    expect(isSoftwareAdapter(info({ description: "llvmpipe (LLVM 19)" }))).toBe(true);
    expect(isSoftwareAdapter(info({ description: "Microsoft Basic Render Driver" }))).toBe(true);
  });

  it("are not suspected in a device that tells nothing, unless its adapter was seen", () => {
    const silent = {} as GPUDevice;
    expect(isSoftwareDevice(silent)).toBe(false);
    rememberAdapter(silent, info({ isFallbackAdapter: true }));
    expect(isSoftwareDevice(silent)).toBe(true);
    const device = { adapterInfo: info({ description: "SwiftShader" }) };
    expect(isSoftwareDevice(device as GPUDevice)).toBe(true);
  });
});

describe("adapterName", () => {
  it("says what the browser says, and leaves out what it does not", () => {
    expect(adapterName(info({ vendor: "apple", architecture: "metal-3" }))).toBe("apple metal-3");
    expect(adapterName(info({}))).toBe("");
  });
});
