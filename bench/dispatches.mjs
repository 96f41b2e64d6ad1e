/** Counts what is dispatched on WebGPU, whoever dispatches it. */

/** @returns {{ stop(): number }} from now on; `stop` gives the count */
export function countDispatches() {
  const { prototype } = GPUComputePassEncoder;
  const original = prototype.dispatchWorkgroups;
  let count = 0;
  prototype.dispatchWorkgroups = function (...sizes) {
    count++;
    return original.apply(this, sizes);
  };
  return {
    stop() {
      prototype.dispatchWorkgroups = original;
      return count;
    },
  };
}
