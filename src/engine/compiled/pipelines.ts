/** Compute pipelines of one device by their code, so that no shader is compiled twice. */
import { isSoftwareDevice } from "#/engine/backends/software.ts";
import type { Binding, Kernel, KernelForm } from "#/engine/compiled/program.ts";

export interface Pipeline {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

/** "tiled" where threads share memory of their own, "plain" where the processor computes. */
export type FormName = "tiled" | "plain";

const byDevice = new WeakMap<GPUDevice, Pipelines>();

/** The device's, shared by all engines on it. */
export function pipelinesOf(device: GPUDevice): Pipelines {
  const known = byDevice.get(device);
  if (known !== undefined) return known;
  const made = new Pipelines(device);
  byDevice.set(device, made);
  return made;
}

export class Pipelines {
  readonly #device: GPUDevice;
  /** Group 1: the settings of a step, at an offset. */
  readonly settingsLayout: GPUBindGroupLayout;
  readonly #made = new Map<string, Pipeline>();
  /** Of kernels that have both, which is compiled from here on. */
  form: FormName;

  constructor(device: GPUDevice) {
    this.#device = device;
    this.form = isSoftwareDevice(device) ? "plain" : "tiled";
    this.settingsLayout = device.createBindGroupLayout({
      label: "settings",
      entries: [
        {
          binding: 0,
          visibility: GPUShaderStage.COMPUTE,
          buffer: { type: "uniform", hasDynamicOffset: true },
        },
      ],
    });
  }

  /** As it is compiled here. */
  formOf(kernel: Kernel): KernelForm {
    return (this.form === "plain" ? kernel.plain : null) ?? kernel;
  }

  /** Compiles what is not compiled yet, side by side. Rejects with what the compiler says. */
  async prepare(kernels: readonly Kernel[]): Promise<void> {
    const byCode = new Map(kernels.map((kernel) => [this.formOf(kernel).code, kernel]));
    const missing = [...byCode].filter(([code]) => !this.#made.has(code));
    await Promise.all(
      missing.map(async ([code, kernel]) => {
        const { layout, descriptor } = this.#describe(kernel);
        const pipeline = await this.#device
          .createComputePipelineAsync(descriptor)
          .catch((error: unknown) => explain(error, descriptor.compute.module));
        this.#made.set(code, { pipeline, layout });
      }),
    );
  }

  /** @throws where it was not prepared. */
  of(kernel: Kernel): Pipeline {
    const { code } = this.formOf(kernel);
    const known = this.#made.get(code);
    if (known === undefined) throw new Error(`${kernel.label} was not prepared`);
    return known;
  }

  #describe(kernel: Kernel) {
    const { label } = kernel;
    const { code, bindings } = this.formOf(kernel);
    const layout = this.#device.createBindGroupLayout({
      label,
      entries: bindings.map(layoutEntry),
    });
    const descriptor: GPUComputePipelineDescriptor = {
      label,
      layout: this.#device.createPipelineLayout({
        label,
        bindGroupLayouts: [layout, this.settingsLayout],
      }),
      compute: { module: this.#device.createShaderModule({ label, code }) },
    };
    return { layout, descriptor };
  }
}

/** @throws the compiler's own words where it has any: the error names the module alone. */
async function explain(error: unknown, module: GPUShaderModule): Promise<never> {
  const { messages } = await module.getCompilationInfo();
  const lines = messages.map(({ lineNum, message }) => `line ${String(lineNum)}: ${message}`);
  throw lines.length === 0 ? error : new Error(`${module.label}: ${lines.join("; ")}`);
}

function layoutEntry({ access }: Binding, binding: number): GPUBindGroupLayoutEntry {
  const type = access === "read" ? "read-only-storage" : "storage";
  return { binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } };
}
