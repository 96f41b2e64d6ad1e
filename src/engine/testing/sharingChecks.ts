/**
 * What engines keep on a device, to the byte as they count it, and that those which train on one set
 * keep it once. Run where there is a WebGPU device.
 */
import { backendMemory } from "#/engine/backendMemory.ts";
import type { Engine } from "#/engine/engine.ts";
import { watchBuffers, type BufferWatch } from "#/engine/testing/bufferWatch.ts";
import { assert, assertSame } from "#/engine/testing/check.ts";
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";
import { fedRun, type FedCase, type FedRun } from "#/engine/testing/fedRun.ts";
import { webgpuDevice } from "#/engine/tf.ts";

const whole: FedCase = {
  ...{ model: "conditional dense", pixels: "grey", residentBytes: 2 ** 20, side: 8, clip: 0 },
  ...{ from: 0, steps: 6, images: 21 },
};

export const sharingChecks: readonly ConformanceCheck[] = [
  { name: "shared: engines on one set keep it once, and learn as alone", run: keptOnce },
  { name: "shared: other images, or other records of them, are kept apart", run: keptApart },
  { name: "shared: an engine that is gone before its feed opens keeps nothing", run: openedLate },
  counts("a set kept whole", {}),
  counts("slabs", { residentBytes: 0 }),
  counts("shortened gradients", { clip: 0.5 }),
];

const setLabel = "data set";

async function keptOnce(): Promise<void> {
  using watch = watchBuffers(device());
  const sent = countWrites();
  const run = fedRun(whole);
  using alone = await run.engine();
  await train(alone, fedRun(whole));
  const chunks = sent.end();
  const again = countWrites();
  const first = await run.engine();
  using second = await run.engine();
  for (const engine of [first, second]) await train(engine, run, 0, 3);
  assert(sets(watch).length === 2, "one for both, and one of another run");
  const size = sets(watch)[1]?.size ?? 0;
  const apart = second.deviceBytes;
  assert(first.deviceBytes === apart + size, "counted with the first alone");
  first[Symbol.dispose]();
  assert(first.deviceBytes === 0, "nothing once it is disposed");
  assert(second.deviceBytes === apart + size, "counted with who is left");
  await train(second, run, 3);
  assert(again.end() === chunks, "each chunk goes up once");
  const [learnt, expected] = [await second.exportState(), await alone.exportState()];
  assertSame(learnt.weights, expected.weights, "weights");
  second[Symbol.dispose]();
  assert(sets(watch).length === 1, "the last one frees it");
}

async function keptApart(): Promise<void> {
  using watch = watchBuffers(device());
  const [labelled, plain] = [fedRun(whole), fedRun({ ...whole, model: "dense" })];
  const { source } = labelled.plan.images;
  const fewer = { ...labelled.plan, images: { source, count: 11 } };
  const unlabelled = { ...plain.plan, images: labelled.plan.images };
  using first = await labelled.engine();
  using second = await labelled.engine();
  using third = await plain.engine();
  await first.openFeed?.(labelled.plan);
  await second.openFeed?.(fewer);
  assert(sets(watch).length === 1, "the first images of a set lie in the whole of it");
  await third.openFeed?.(unlabelled);
  assert(sets(watch).length === 2, "records without labels are others");
  await second.openFeed?.(fedRun(whole).plan);
  assert(sets(watch).length === 3, "another source is another set");
}

/** As where a device is lost meanwhile. */
async function openedLate(): Promise<void> {
  using watch = watchBuffers(device());
  const run = fedRun(whole);
  const engine = await run.engine();
  const opening = engine.openFeed?.(run.plan).then(
    () => "opened",
    () => "refused",
  );
  engine[Symbol.dispose]();
  assert((await opening) === "refused", "it opened");
  assert(watch.named.length === 0, `left: ${watch.named.map(({ label }) => label).join()}`);
}

function counts(what: string, changes: Partial<FedCase>): ConformanceCheck {
  return {
    name: `counts the bytes of its buffers: ${what}`,
    async run() {
      using watch = watchBuffers(device());
      const run = fedRun({ ...whole, ...changes });
      const tensors = backendMemory().bytes;
      using engine = await run.engine();
      const lent = new Set([...run.vae.parameters, ...run.vae.statistics].map(({ name }) => name));
      const check = (when: string) => {
        const own = watch.named.filter(({ label }) => !lent.has(label));
        const bytes = own.reduce((sum, { size }) => sum + size, 0);
        assert(
          engine.deviceBytes === bytes,
          `${when}: ${String(engine.deviceBytes)}, not ${bytes}`,
        );
      };
      check("at first");
      assert(backendMemory().bytes > tensors, "tfjs counts what it is lent");
      await train(engine, run);
      check("fed");
      await engine.probe(run.given(0), run.settings);
      check("probed");
      await engine.openFeed?.(run.plan);
      check("fed anew");
    },
  };
}

async function train(engine: Engine, run: FedRun, from = 0, to = whole.steps): Promise<void> {
  const feed = await engine.openFeed?.(run.plan);
  for (let step = from; step < to; step++) feed?.step(step, run.indices(step), run.settings);
  await engine.readTerms();
}

function sets(watch: BufferWatch): readonly GPUBuffer[] {
  return watch.named.filter(({ label }) => label === setLabel);
}

/** How often records of a whole set go up, until `end`. */
function countWrites(): { end(): number } {
  const { queue } = device();
  const write = queue.writeBuffer.bind(queue);
  let writes = 0;
  queue.writeBuffer = (...written) => {
    if (written[0].label === setLabel) writes++;
    write(...written);
    return undefined;
  };
  return {
    end() {
      queue.writeBuffer = write;
      return writes;
    },
  };
}

function device(): GPUDevice {
  const found = webgpuDevice();
  if (found === null) throw new Error("there is no device");
  return found;
}
