/**
 * Parameters, moments and running statistics on the device. The kernels have the parameters as one
 * vector; tfjs is lent a copy of each as a tensor, made anew when somebody asks after a step.
 */
import type { ParameterSpec, ResolvedVae } from "#/core/model/resolved.ts";
import { flatten, momentNames, unflatten } from "#/engine/checkpoint.ts";
import {
  bytesOf,
  destroyAll,
  makeBuffer,
  makeBuffers,
  named,
  readBuffers,
  type BuffersByName,
} from "#/engine/compiled/device.ts";
import {
  offsetOf,
  parameterBuffers,
  parameterVector,
  statisticsBuffer,
} from "#/engine/compiled/kernels/parameters.ts";
import type { EngineState } from "#/engine/engine.ts";
import { present } from "#/engine/readback.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import { dispose, lend } from "#/engine/tf.ts";

const wordBytes = Float32Array.BYTES_PER_ELEMENT;

export interface ParameterStore extends Disposable {
  readonly buffers: BuffersByName;
  /** Of these: what tfjs is lent it counts itself. */
  readonly deviceBytes: number;
  /** Says that a submitted step moves the parameters. */
  moved(): void;
  /** As of all steps submitted so far. Borrowed; never to be read back: tfjs would keep the values. */
  tensors(): TensorsByName;
  /** Copies a state that was checked. */
  load(state: EngineState): void;
  /** As of all steps submitted so far. `steps` is the optimiser's count. */
  save(steps: number): Promise<EngineState>;
}

export function createParameterStore(
  device: GPUDevice,
  { parameters, parameterCount, statistics }: ResolvedVae,
  initial: EngineState,
): ParameterStore {
  const { values, moments } = parameterBuffers;
  const running = parameterVector(statistics, statisticsBuffer);
  const buffers = makeBuffers(device, [
    parameterVector(parameters, values),
    { name: moments, length: 2 * parameterCount },
    running,
  ]);
  const parts = [...partsOf(parameters, values), ...partsOf(statistics, statisticsBuffer)];
  const lent = new Map(
    parts.map(({ name, size }) => [name, makeBuffer(device, { name, length: size })]),
  );
  const tensors = Object.fromEntries(
    parts.map(({ name, shape }) => [name, lend(named(lent, name), shape)]),
  );
  let stale = true;

  function load({ weights, optimizer }: EngineState): void {
    const flat = flatten(parameters, weights, (name) => name);
    const pairs = new Float32Array(2 * parameterCount);
    for (const [i, of] of (["first", "second"] as const).entries()) {
      const half = flatten(parameters, optimizer.moments, (name) => momentNames(name)[of]);
      half.forEach((moment, entry) => (pairs[2 * entry + i] = moment));
    }
    device.queue.writeBuffer(named(buffers, values), 0, flat.buffer);
    device.queue.writeBuffer(named(buffers, moments), 0, pairs);
    const followed = flatten(statistics, weights, (name) => name);
    device.queue.writeBuffer(named(buffers, statisticsBuffer), 0, followed.buffer);
    stale = true;
  }

  function refresh(): void {
    const encoder = device.createCommandEncoder();
    for (const { name, size, vector, offset } of parts) {
      const [from, bytes] = [offset * wordBytes, size * wordBytes];
      encoder.copyBufferToBuffer(named(buffers, vector), from, named(lent, name), 0, bytes);
    }
    device.queue.submit([encoder.finish()]);
    stale = false;
  }

  load(initial);
  return {
    buffers,
    deviceBytes: bytesOf(buffers),
    moved() {
      stale = true;
    },
    tensors() {
      if (stale) refresh();
      return tensors;
    },
    load,
    async save(steps) {
      const [flat, pairs, followed] = await readBuffers(device, [
        { buffer: named(buffers, values), floats: parameterCount },
        { buffer: named(buffers, moments), floats: 2 * parameterCount },
        { buffer: named(buffers, statisticsBuffer), floats: running.length },
      ]);
      const half = (i: number) =>
        Float32Array.from({ length: parameterCount }, (_, entry) => pairs?.[2 * entry + i] ?? 0);
      return {
        weights: {
          ...unflatten(parameters, present(flat), (name) => name),
          ...unflatten(statistics, present(followed), (name) => name),
        },
        optimizer: {
          steps,
          moments: {
            ...unflatten(parameters, half(0), (name) => momentNames(name).first),
            ...unflatten(parameters, half(1), (name) => momentNames(name).second),
          },
        },
      };
    },
    [Symbol.dispose]() {
      dispose(Object.values(tensors));
      destroyAll(lent);
      destroyAll(buffers);
    },
  };
}

interface Part extends ParameterSpec {
  readonly vector: string;
  /** Where it begins there. */
  readonly offset: number;
}

function partsOf(specs: readonly ParameterSpec[], vector: string): readonly Part[] {
  return specs.map((spec) => ({ ...spec, vector, offset: offsetOf(specs, spec.name) }));
}
