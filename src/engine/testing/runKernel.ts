/** One kernel on tfjs's WebGPU device, by itself: what it is given, what it leaves. */
import type { BufferSpec, Kernel } from "#/engine/compiled/program.ts";
import { destroyAll, makeBuffers, named, readBuffers } from "#/engine/compiled/device.ts";
import { pipelinesOf } from "#/engine/compiled/pipelines.ts";
import { record } from "#/engine/compiled/recording.ts";
import {
  noDraws,
  packRow,
  rowBytes,
  type DrawRow,
  type StepRow,
} from "#/engine/compiled/settings.ts";
import { webgpuDevice } from "#/engine/tf.ts";

export interface KernelRun {
  readonly kernel: Kernel;
  /** Values by the name of the buffer. */
  readonly given?: Readonly<Record<string, Float32Array<ArrayBuffer>>>;
  readonly settings?: Partial<SettingsRow>;
  readonly wanted: readonly BufferSpec[];
}

type SettingsRow = StepRow & DrawRow;

const noSettings: SettingsRow = {
  ...{ count: 0, slot: 0, rate: 0, correction: 0, scale: 0, longest: 0, klWeight: 0, freeBits: 0 },
  ...noDraws,
};

/** The buffers `wanted`, which begin as zeros. @throws where tfjs is not on WebGPU. */
export async function runKernel(run: KernelRun): Promise<readonly Float32Array[]> {
  const { kernel, given = {}, wanted } = run;
  const device = webgpuDevice();
  if (device === null) throw new Error("no WebGPU device");
  const inputs = Object.entries(given);
  const buffers = makeBuffers(device, [
    ...inputs.map(([name, { length }]) => ({ name, length })),
    ...wanted,
  ]);
  for (const [name, values] of inputs) device.queue.writeBuffer(named(buffers, name), 0, values);
  const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
  const settings = device.createBuffer({ size: rowBytes, usage });
  const row = new DataView(new ArrayBuffer(rowBytes));
  packRow(row, 0, { ...noSettings, ...run.settings });
  device.queue.writeBuffer(settings, 0, row);
  const pipelines = pipelinesOf(device);
  try {
    await pipelines.prepare([kernel]);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    record(device, pipelines, [kernel], buffers, settings).encode(pass, 0);
    pass.end();
    device.queue.submit([encoder.finish()]);
    const parts = wanted.map(({ name, length }) => ({
      buffer: named(buffers, name),
      floats: length,
    }));
    // Of one array each: some are read by their bits.
    return (await readBuffers(device, parts)).map((values) => values.slice());
  } finally {
    destroyAll(buffers);
    settings.destroy();
  }
}
