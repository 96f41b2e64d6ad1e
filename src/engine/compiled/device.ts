/** Buffers by name on a device, and reading them back. */
import type { BufferSpec } from "#/engine/compiled/program.ts";

export type BuffersByName = ReadonlyMap<string, GPUBuffer>;

const wordBytes = 4;

/** Zeros. The caller destroys it. */
export function makeBuffer(device: GPUDevice, { name, length }: BufferSpec): GPUBuffer {
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  // Kernels and tfjs read in fours where they can; an empty buffer cannot be bound.
  const size = Math.max(1, Math.ceil(length / 4)) * 4 * wordBytes;
  return device.createBuffer({ label: name, size, usage });
}

export function makeBuffers(
  device: GPUDevice,
  specs: readonly BufferSpec[],
): ReadonlyMap<string, GPUBuffer> {
  return new Map(specs.map((spec) => [spec.name, makeBuffer(device, spec)]));
}

/** Bytes that are written from JavaScript and read by kernels; nothing yet. The caller destroys it. */
export function inputBuffer(
  device: Pick<GPUDevice, "createBuffer">,
  label: string,
  size: number,
): GPUBuffer {
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  return device.createBuffer({ label, size, usage });
}

export function bytesOf(buffers: BuffersByName): number {
  return [...buffers.values()].reduce((sum, { size }) => sum + size, 0);
}

export function destroyAll(buffers: BuffersByName): void {
  for (const buffer of buffers.values()) buffer.destroy();
}

export function named(buffers: BuffersByName, name: string): GPUBuffer {
  const found = buffers.get(name);
  if (found === undefined) throw new Error(`no buffer ${name}`);
  return found;
}

/** The first `floats` of each buffer, as they are once all that was submitted is done. */
export async function readBuffers(
  device: GPUDevice,
  parts: readonly { readonly buffer: GPUBuffer; readonly floats: number }[],
): Promise<readonly Float32Array[]> {
  const size = parts.reduce((sum, { floats }) => sum + floats * wordBytes, 0);
  const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
  const staging = device.createBuffer({ label: "readback", size: Math.max(size, 4), usage });
  try {
    const encoder = device.createCommandEncoder();
    let offset = 0;
    for (const { buffer, floats } of parts) {
      encoder.copyBufferToBuffer(buffer, 0, staging, offset, floats * wordBytes);
      offset += floats * wordBytes;
    }
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    const all = new Float32Array(staging.getMappedRange().slice(0));
    let from = 0;
    return parts.map(({ floats }) => all.slice(from, (from += floats)));
  } finally {
    staging.destroy();
  }
}
