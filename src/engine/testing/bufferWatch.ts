/** Counts the buffers of a device that live, by standing between it and who makes them. */

export interface BufferWatch extends Disposable {
  /** Made since and not destroyed. */
  readonly all: number;
  /** Of them, those with a name: the compiled engine's own. tfjs names none, and keeps a pool. */
  readonly named: readonly GPUBuffer[];
}

export function watchBuffers(device: GPUDevice): BufferWatch {
  const live = new Set<GPUBuffer>();
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const destroy = buffer.destroy.bind(buffer);
    buffer.destroy = () => {
      live.delete(buffer);
      destroy();
      return undefined;
    };
    live.add(buffer);
    return buffer;
  };
  return {
    get all() {
      return live.size;
    },
    get named() {
      return [...live].filter(({ label }) => label !== "");
    },
    [Symbol.dispose]() {
      device.createBuffer = create;
    },
  };
}
