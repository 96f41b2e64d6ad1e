/**
 * A long run of a compiled engine, asked now and then as a page asks it: what it holds may not grow
 * with the steps. Runs in a page, whose memory a browser can be asked for.
 */
import { backendMemory } from "#/engine/backendMemory.ts";
import { openBrowserBackend } from "#/engine/backends/browser.ts";
import type { Engine, Feed } from "#/engine/engine.ts";
import { type BufferWatch, watchBuffers } from "#/engine/testing/bufferWatch.ts";
import { assert } from "#/engine/testing/check.ts";
import { type FedCase, fedRun, type FedRun } from "#/engine/testing/fedRun.ts";
import { webgpuDevice } from "#/engine/tf.ts";

/** What is held now. */
export interface Held {
  readonly tensors: number;
  readonly tensorBytes: number;
  /** As the engine counts what it keeps beside tensors. */
  readonly ownBytes: number;
  /** By the compiled engine. */
  readonly buffers: number;
  /** With tfjs's. */
  readonly allBuffers: number;
}

interface MemoryRun {
  /** Half of them fed and half given. @throws where terms of a step are missing. */
  train(steps: number): Promise<Held>;
  /** Disposes the engine. @returns the names of the buffers that it left behind. */
  end(): Promise<readonly string[]>;
}

/** Slabs come and go; gradients are written out. */
const long: FedCase = {
  ...{ model: "dense", pixels: "grey", residentBytes: 0, side: 8, clip: 0.5 },
  ...{ from: 0, steps: 0, images: 21 },
};
/** Steps between two looks; once in ten looks everything is asked. */
const look = 50;

export async function openMemoryRun(wasmUrl: string): Promise<MemoryRun> {
  const open = await openBrowserBackend({ asked: "webgpu", gone: [] }, wasmUrl);
  const device = webgpuDevice();
  if (device === null) throw new Error("there is no device");
  const watch = watchBuffers(device);
  const run = fedRun(long);
  const engine = await run.engine();
  const feed = await engine.openFeed?.(run.plan);
  if (feed === undefined) throw new Error("it cannot be fed");
  let taken = 0;
  return {
    async train(steps) {
      for (const end = taken + steps; taken < end; taken += look) {
        await stretch({ run, engine, feed }, taken);
        if (taken % (10 * look) === 0) await askAll(engine, run);
      }
      await askAll(engine, run);
      return held(engine, watch);
    },
    async end() {
      await device.queue.onSubmittedWorkDone();
      engine[Symbol.dispose]();
      const left = watch.named.map(({ label }) => label);
      watch[Symbol.dispose]();
      open[Symbol.dispose]();
      return left;
    },
  };
}

interface Trained {
  readonly run: FedRun;
  readonly engine: Engine;
  readonly feed: Feed;
}

/** `look` steps, and their terms. */
async function stretch({ run, engine, feed }: Trained, from: number): Promise<void> {
  for (let step = from; step < from + look; step++) {
    if (step % look < look / 2) feed.step(step, run.indices(step), run.settings);
    else engine.step(run.given(step), run.settings);
  }
  const { length } = await engine.readTerms();
  assert(length === look, `terms of ${String(length)} steps`);
}

async function askAll(engine: Engine, { given, settings }: FedRun): Promise<void> {
  const batch = given(0);
  const { count, images, epsilon, labels } = batch;
  await engine.probe(batch, settings);
  await engine.encode(images, count, labels);
  await engine.decode(epsilon, count, labels);
  await engine.score({ ...batch, targets: images });
  engine.importState(await engine.exportState());
}

function held({ hostBytes, deviceBytes }: Engine, watch: BufferWatch): Held {
  const { tensors, bytes } = backendMemory();
  const ownBytes = hostBytes + deviceBytes;
  return {
    tensors,
    tensorBytes: bytes,
    ownBytes,
    buffers: watch.named.length,
    allBuffers: watch.all,
  };
}
