/** Makes the batches of queued steps on the device: which records, which draws, and the kernel. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { inputBuffer, type BuffersByName } from "#/engine/compiled/device.ts";
import { feedBuffers, gather } from "#/engine/compiled/kernels/gather.ts";
import { pipelinesOf } from "#/engine/compiled/pipelines.ts";
import { record, type Recording } from "#/engine/compiled/recording.ts";
import { recordShape } from "#/engine/compiled/records.ts";
import { createRecordStore } from "#/engine/compiled/recordStores.ts";
import type { DrawRow } from "#/engine/compiled/settings.ts";
import { streamPlace } from "#/engine/compiled/streamPlace.ts";
import type { EngineMemory } from "#/engine/engine.ts";
import type { FeedPlan } from "#/engine/feed.ts";

export interface BatchMaker extends EngineMemory, Disposable {
  /** Steps that can be queued. */
  readonly room: number;
  /** Goes before the step of the same row. */
  readonly recording: Recording;
  /** Chooses what the queue's step `place` is made of: the run's step `step`, on `indices`. */
  choose(place: number, step: number, indices: Uint32Array): DrawRow;
  /** Sends what the first `steps` of the queue are made of. */
  upload(steps: number): void;
}

export interface MakerOptions {
  readonly vae: ResolvedVae;
  /** What the step's kernels read. */
  readonly shared: BuffersByName;
  /** Rows of the queued steps. */
  readonly settings: GPUBuffer;
  readonly steps: number;
  readonly residentBytes: number;
}

/** Rejects with the browser's GPUPipelineError. */
export async function createBatchMaker(
  device: GPUDevice,
  { images, pixels, batch, keys }: FeedPlan,
  { vae, shared, settings, steps, residentBytes }: MakerOptions,
): Promise<BatchMaker> {
  const kernel = gather(vae, pixels, batch);
  const pipelines = pipelinesOf(device);
  await pipelines.prepare([kernel]);
  const store = await createRecordStore(device, recordShape(vae), images, {
    ...{ batch, steps, residentBytes },
  });
  const chosen = new Uint32Array(store.steps * batch);
  const chosenBuffer = inputBuffer(device, feedBuffers.chosen, chosen.byteLength);
  const bound = new Map([
    ...shared,
    [feedBuffers.records, store.buffer] as const,
    [feedBuffers.chosen, chosenBuffer] as const,
  ]);
  return {
    room: store.steps,
    recording: record(device, pipelines, [kernel], bound, settings),
    choose(place, step, indices) {
      const firstRecord = place * batch;
      store.choose(place, indices, chosen.subarray(firstRecord));
      const drawn = step * batch;
      return {
        firstRecord,
        epsilonPlace: streamPlace(keys.epsilon, drawn * vae.latent),
        dropoutPlace: streamPlace(keys.dropout, drawn * vae.dropoutUnits),
        binarisePlace: streamPlace(keys.binarise, drawn * vae.pixels),
      };
    },
    upload(queued) {
      store.upload(queued);
      device.queue.writeBuffer(chosenBuffer, 0, chosen, 0, queued * batch);
    },
    get hostBytes() {
      return store.hostBytes + chosen.byteLength;
    },
    get deviceBytes() {
      return store.deviceBytes + chosenBuffer.size;
    },
    [Symbol.dispose]() {
      store[Symbol.dispose]();
      chosenBuffer.destroy();
    },
  };
}
