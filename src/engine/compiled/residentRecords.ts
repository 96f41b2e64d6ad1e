/**
 * Data sets that lie on a device whole, each once for all engines that train on the same images: a
 * chunk goes up when one of its images is first asked for, whoever asks, and the last to go destroys
 * the buffer. Who keeps no set whole is recordStores.ts's affair.
 */
import { inputBuffer } from "#/engine/compiled/device.ts";
import { packRecords, type RecordShape } from "#/engine/compiled/records.ts";
import type { EngineMemory } from "#/engine/engine.ts";
import type { StoredImages } from "#/engine/feed.ts";

/** What of a device is needed to keep records there. */
export type RecordDevice = Pick<GPUDevice, "createBuffer"> & {
  readonly queue: Pick<GPUQueue, "writeBuffer">;
};

/** A set in one engine's hands; disposed when that one needs it no more. */
export interface ResidentRecords extends EngineMemory, Disposable {
  /** Record `index` is image `index`. */
  readonly buffer: GPUBuffer;
  /** Image `index` is on its way before what follows. */
  bring(index: number): void;
}

const byDevice = new WeakMap<RecordDevice, Set<ResidentSet>>();

/** As large as `images` needs, or larger where a set is there already. */
export function residentRecords(
  device: RecordDevice,
  shape: RecordShape,
  images: StoredImages,
): ResidentRecords {
  const sets = byDevice.get(device) ?? new Set();
  byDevice.set(device, sets);
  const set =
    [...sets].find((known) => known.serves(shape, images)) ??
    new ResidentSet(device, shape, images);
  sets.add(set);
  return set.hold(() => sets.delete(set));
}

class ResidentSet {
  readonly buffer: GPUBuffer;
  readonly #device: RecordDevice;
  readonly #shape: RecordShape;
  readonly #images: StoredImages;
  /** 1 for each image that was sent. */
  readonly #sent: Uint8Array;
  /** Longest first. */
  readonly #holders = new Set<ResidentRecords>();

  constructor(device: RecordDevice, shape: RecordShape, images: StoredImages) {
    this.#device = device;
    this.#shape = shape;
    this.#images = images;
    this.#sent = new Uint8Array(images.count);
    this.buffer = inputBuffer(device, "data set", images.count * shape.bytes);
  }

  /** Whether it holds those images, or will, as such records. */
  serves({ bytes, pixels, labelled }: RecordShape, { source, count }: StoredImages): boolean {
    const { source: own, count: most } = this.#images;
    const shape = this.#shape;
    const alike = bytes === shape.bytes && pixels === shape.pixels && labelled === shape.labelled;
    return source === own && count <= most && alike;
  }

  /** @param freed called when the last holder has gone. */
  hold(freed: () => void): ResidentRecords {
    const counted = (bytes: number) => {
      const [first] = this.#holders;
      return first === held ? bytes : 0;
    };
    const [{ buffer }, sent] = [this, this.#sent];
    const held: ResidentRecords = {
      buffer,
      bring: (index) => {
        if (sent[index] !== 1) this.#send(index);
      },
      get hostBytes() {
        return counted(sent.length);
      },
      get deviceBytes() {
        return counted(buffer.size);
      },
      [Symbol.dispose]: () => {
        if (!this.#holders.delete(held) || this.#holders.size > 0) return;
        freed();
        buffer.destroy();
      },
    };
    this.#holders.add(held);
    return held;
  }

  /** The whole chunk. */
  #send(index: number): void {
    const chunk = this.#images.source.chunkWith(index);
    const { bytes } = this.#shape;
    const count = Math.min(chunk.count, this.#images.count - chunk.start);
    const packed = new Uint8Array(count * bytes);
    packRecords(this.#shape, chunk, 0, count, packed);
    this.#device.queue.writeBuffer(this.buffer, chunk.start * bytes, packed);
    this.#sent.fill(1, chunk.start, chunk.start + count);
  }
}
