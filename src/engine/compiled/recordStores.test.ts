import { beforeEach, expect, it, vi } from "vitest";
import type { RecordShape } from "#/engine/compiled/records.ts";
import { createRecordStore, type StoreOptions } from "#/engine/compiled/recordStores.ts";
import type { StoredImages, StoredSource } from "#/engine/feed.ts";

beforeEach(() => {
  vi.stubGlobal("GPUBufferUsage", { STORAGE: 1, COPY_DST: 2 });
});

/** Has memory for `room` bytes in all; says only afterwards that it had none. */
function fakeDevice(room = Infinity) {
  const live = new Map<GPUBuffer, number>();
  const complaints: GPUError[] = [];
  const writeBuffer = vi.fn((_buffer: GPUBuffer, _offset: number) => undefined);
  return {
    sizes: () => [...live.values()],
    writeBuffer,
    queue: { writeBuffer },
    createBuffer({ label = "", size }: GPUBufferDescriptor): GPUBuffer {
      const taken = [...live.values()].reduce((sum, bytes) => sum + bytes, 0);
      if (taken + size > room) complaints.push({ message: `no room for ${label}` });
      const buffer = {
        ...{ label, size },
        destroy: () => {
          if (!live.delete(buffer)) throw new Error(`${label} destroyed twice`);
          return undefined;
        },
      } as GPUBuffer;
      live.set(buffer, size);
      return buffer;
    },
    pushErrorScope: () => undefined,
    popErrorScope: () => Promise.resolve(complaints.pop() ?? null),
  };
}

const shape: RecordShape = { bytes: 4, pixels: 3, labelled: true };
const options: StoreOptions = { batch: 2, steps: 4, residentBytes: 1000 };

/** Ten images in chunks of four, four and two. */
function tenImages(): StoredSource {
  return {
    chunkWith(index) {
      const start = index - (index % 4);
      const count = Math.min(4, 10 - start);
      const pixels = Uint8Array.from({ length: 3 * count }, (_, i) => 3 * start + i);
      return { start, count, pixels, labels: new Uint8Array(count).fill(7) };
    },
  };
}

const ten = (source = tenImages()): StoredImages => ({ source, count: 10 });

it("keeps a set once for all on a device, sends a chunk once, and frees it with the last", async () => {
  const device = fakeDevice();
  const images = ten();
  const [a, b] = [
    await createRecordStore(device, shape, images, options),
    await createRecordStore(device, shape, { ...images }, { ...options, batch: 3 }),
  ];
  expect(b.buffer).toBe(a.buffer);
  expect(device.sizes()).toEqual([40]);
  a.choose(0, Uint32Array.of(1, 9), new Uint32Array(2));
  const chosen = new Uint32Array(3);
  b.choose(0, Uint32Array.of(8, 0, 5), chosen);
  expect([...chosen]).toEqual([8, 0, 5]);
  expect(device.writeBuffer.mock.calls.map(([, offset]) => offset)).toEqual([0, 32, 16]);
  a[Symbol.dispose]();
  a[Symbol.dispose]();
  expect(device.sizes()).toEqual([40]);
  b[Symbol.dispose]();
  expect(device.sizes()).toEqual([]);
  const later = await createRecordStore(device, shape, images, options);
  later.choose(0, Uint32Array.of(1), new Uint32Array(1));
  expect(device.writeBuffer).toHaveBeenCalledTimes(4);
});

it("counts a set that is shared with the one that has had it longest", async () => {
  const device = fakeDevice();
  const images = ten();
  const make = () => createRecordStore(device, shape, images, options);
  const [a, b, c] = [await make(), await make(), await make()];
  const counted = () => [a, b, c].map(({ deviceBytes }) => deviceBytes);
  expect(counted()).toEqual([40, 0, 0]);
  b[Symbol.dispose]();
  expect(counted()).toEqual([40, 0, 0]);
  a[Symbol.dispose]();
  expect(counted()).toEqual([0, 0, 40]);
});

it("shares neither between devices, nor sources, nor shapes, nor with more images than are kept", async () => {
  const [device, other] = [fakeDevice(), fakeDevice()];
  const images = ten();
  const first = await createRecordStore(device, shape, { ...images, count: 6 }, options);
  const apart = [
    await createRecordStore(other, shape, images, options),
    await createRecordStore(device, shape, ten(), options),
    await createRecordStore(device, { ...shape, labelled: false }, images, options),
    await createRecordStore(device, shape, images, options),
  ];
  const buffers = [first, ...apart].map(({ buffer }) => buffer);
  expect(new Set(buffers).size).toBe(5);
  const fewer = await createRecordStore(device, shape, { ...images, count: 8 }, options);
  expect(fewer.buffer).toBe(apart[3]?.buffer);
});

it("goes up in slabs where the device has no memory for the set, each its own", async () => {
  const device = fakeDevice(39);
  const images = ten();
  const slabs = { ...options, steps: 1 };
  const [a, b] = [
    await createRecordStore(device, shape, images, slabs),
    await createRecordStore(device, shape, images, slabs),
  ];
  expect(device.sizes()).toEqual([8, 8]);
  expect([a.deviceBytes, a.hostBytes]).toEqual([8, 8]);
  const chosen = new Uint32Array(2);
  b.choose(0, Uint32Array.of(9, 4), chosen);
  expect([...chosen]).toEqual([0, 1]);
  for (const store of [a, b]) store[Symbol.dispose]();
  expect(device.sizes()).toEqual([]);
});

it("leaves who keeps a set whole alone where there is no memory for another", async () => {
  const device = fakeDevice(60);
  const images = ten();
  const kept = await createRecordStore(device, shape, images, options);
  const slabs = await createRecordStore(device, shape, ten(), { ...options, steps: 1 });
  expect(device.sizes()).toEqual([40, 8]);
  slabs[Symbol.dispose]();
  const another = await createRecordStore(device, shape, images, options);
  expect(another.buffer).toBe(kept.buffer);
});
