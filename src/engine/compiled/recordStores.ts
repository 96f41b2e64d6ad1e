/**
 * Where the records of a data set lie on the device: all of them, each chunk sent up when one of its
 * images is first asked for; or, where they are too many, those of the queued steps in their order,
 * sent up as the steps are. Which it is changes nothing else.
 */
import { guarded } from "#/engine/compiled/guarded.ts";
import { packRecords, type RecordShape } from "#/engine/compiled/records.ts";
import type { StoredImages } from "#/engine/feed.ts";

export interface RecordStore extends Disposable {
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
  device: GPUDevice,
  shape: RecordShape,
  images: StoredImages,
  options: StoreOptions,
): Promise<RecordStore> {
  const slabs = () => slabRecords(device, shape, images, options);
  if (images.count * shape.bytes > options.residentBytes) return slabs();
  const whole = () => Promise.resolve(residentRecords(device, shape, images, options.steps));
  return guarded(device, whole).catch(slabs);
}

function recordBuffer(device: GPUDevice, label: string, size: number): GPUBuffer {
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  return device.createBuffer({ label, size, usage });
}

function residentRecords(
  device: GPUDevice,
  shape: RecordShape,
  images: StoredImages,
  steps: number,
): RecordStore {
  const buffer = recordBuffer(device, "data set", images.count * shape.bytes);
  const isThere = new Uint8Array(images.count);

  function send(index: number): void {
    const chunk = images.chunkWith(index);
    const count = Math.min(chunk.count, images.count - chunk.start);
    const packed = new Uint8Array(count * shape.bytes);
    packRecords(shape, chunk, 0, count, packed);
    device.queue.writeBuffer(buffer, chunk.start * shape.bytes, packed);
    isThere.fill(1, chunk.start, chunk.start + count);
  }

  return {
    buffer,
    steps,
    choose(_place, indices, chosen) {
      for (const index of indices) if (isThere[index] !== 1) send(index);
      chosen.set(indices);
    },
    upload: () => undefined,
    [Symbol.dispose]() {
      buffer.destroy();
    },
  };
}

function slabRecords(
  device: GPUDevice,
  shape: RecordShape,
  images: StoredImages,
  options: StoreOptions,
): RecordStore {
  const { batch } = options;
  const stepBytes = batch * shape.bytes;
  const steps = Math.max(1, Math.min(options.steps, Math.floor(slabBytes / stepBytes)));
  const slab = new Uint8Array(steps * stepBytes);
  const buffer = recordBuffer(device, "slab of the data set", slab.length);
  return {
    buffer,
    steps,
    choose(place, indices, chosen) {
      for (const [row, index] of indices.entries()) {
        const chunk = images.chunkWith(index);
        const record = place * batch + row;
        packRecords(shape, chunk, index - chunk.start, 1, slab, record * shape.bytes);
        chosen[row] = record;
      }
    },
    upload(queued) {
      device.queue.writeBuffer(buffer, 0, slab, 0, queued * stepBytes);
    },
    [Symbol.dispose]() {
      buffer.destroy();
    },
  };
}
