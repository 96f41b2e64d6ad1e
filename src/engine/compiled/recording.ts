/** A program bound to its buffers: what a command encoder is told for one step. */
import { named, type BuffersByName } from "#/engine/compiled/device.ts";
import type { Pipelines } from "#/engine/compiled/pipelines.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { rowBytes } from "#/engine/compiled/settings.ts";

export interface Recording {
  readonly dispatches: number;
  /** Adds the step whose settings are row `row`. */
  encode(pass: GPUComputePassEncoder, row: number): void;
}

/** @param settings rows of `rowBytes` each */
export function record(
  device: GPUDevice,
  pipelines: Pipelines,
  kernels: readonly Kernel[],
  buffers: BuffersByName,
  settings: GPUBuffer,
): Recording {
  const settingsGroup = device.createBindGroup({
    layout: pipelines.settingsLayout,
    entries: [{ binding: 0, resource: { buffer: settings, size: rowBytes } }],
  });
  const dispatches = kernels.map((kernel) => {
    const { bindings, workgroups } = pipelines.formOf(kernel);
    const { pipeline, layout } = pipelines.of(kernel);
    const entries = bindings.map(({ buffer }, binding) => {
      return { binding, resource: { buffer: named(buffers, buffer) } };
    });
    const group = device.createBindGroup({ label: kernel.label, layout, entries });
    return { pipeline, group, workgroups };
  });
  return {
    dispatches: dispatches.length,
    encode(pass, row) {
      pass.setBindGroup(1, settingsGroup, [row * rowBytes]);
      for (const { pipeline, group, workgroups } of dispatches) {
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(...workgroups);
      }
    },
  };
}
