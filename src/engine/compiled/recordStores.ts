/**
 * Where the records of a data set lie on the device: all of them (residentRecords.ts); or, where they
 * are too many, those of the queued steps in their order, sent up as the steps are. Which it is changes
 * nothing else.
 */
import { inputBuffer } from "#/engine/compiled/device.ts";
import { guarded, type GuardedDevice } from "#/engine/compiled/guarded.ts";
import { packRecords, type RecordShape } from "#/engine/compiled/records.ts";
import { residentRecords, type RecordDevice } from "#/engine/compiled/residentRecords.ts";
import type { EngineMemory } from "#/engine/engine.ts";
import type { StoredImages } from "#/engine/feed.ts";

export type StoreDevice = GuardedDevice & RecordDevice;

export interface RecordStore extends EngineMemory, Disposable {
  readonly buffer: GPUBuffer;
  /** Steps that it holds the images of at once, of `batch` images each. */
  readonly steps: number;
  /** Notes in `chosen` which records are the images `indices` of the queue's step `place`. */
  choose(place: number, indices: Uint32Array, chosen: Uint32Array): void;
  /** Everything that the first `steps` steps of the queue need is on its way before what follows. */
  upload(steps: number): void;
}

/** A slab holds as many steps as fit, but one at least. */
const slabBytes = 16 * 2 ** 20;

export interface StoreOptions {
  readonly batch: number;
  /** Steps that are ever queued. */
  readonly steps: number;
  /** A set of more is not kept on the device. */
  readonly residentBytes: number;
}

/** A set that the device has no memory for goes up in slabs too. */
export async function createRecordStore(
  device: StoreDevice,
  shape: RecordShape,
  images: StoredImages,
  options: StoreOptions,
): Promise<RecordStore> {
  const slabs = () => slabRecords(device, shape, images, options);
  if (images.count * shape.bytes > options.residentBytes) return slabs();
  const whole = () => Promise.resolve(wholeSet(device, shape, images, options.steps));
  return guarded(device, whole).catch(slabs);
}

function wholeSet(
  device: StoreDevice,
  shape: RecordShape,
  images: StoredImages,
  steps: number,
): RecordStore {
  const records = residentRecords(device, shape, images);
  return {
    buffer: records.buffer,
    steps,
    choose(_place, indices, chosen) {
      for (const index of indices) records.bring(index);
      chosen.set(indices);
    },
    upload: () => undefined,
    get hostBytes() {
      return records.hostBytes;
    },
    get deviceBytes() {
      return records.deviceBytes;
    },
    [Symbol.dispose]() {
      records[Symbol.dispose]();
    },
  };
}

function slabRecords(
  device: StoreDevice,
  shape: RecordShape,
  images: StoredImages,
  options: StoreOptions,
): RecordStore {
  const { batch } = options;
  const stepBytes = batch * shape.bytes;
  const steps = Math.max(1, Math.min(options.steps, Math.floor(slabBytes / stepBytes)));
  const slab = new Uint8Array(steps * stepBytes);
  const buffer = inputBuffer(device, "slab of the data set", slab.length);
  return {
    buffer,
    steps,
    choose(place, indices, chosen) {
      for (const [row, index] of indices.entries()) {
        const chunk = images.source.chunkWith(index);
        const record = place * batch + row;
        packRecords(shape, chunk, index - chunk.start, 1, slab, record * shape.bytes);
        chosen[row] = record;
      }
    },
    upload(queued) {
      device.queue.writeBuffer(buffer, 0, slab, 0, queued * stepBytes);
    },
    hostBytes: slab.length,
    deviceBytes: buffer.size,
    [Symbol.dispose]() {
      buffer.destroy();
    },
  };
}
