/** Puts a kernel's parts together into one WGSL module. Knows the language, no kernel. */
import type { Binding, Kernel } from "#/engine/compiled/program.ts";
import { settingsDeclaration } from "#/engine/compiled/settings.ts";

/** What WebGPU promises of a side of a dispatch on every device. */
export const longestSide = 65_535;

export interface KernelParts {
  readonly label: string;
  /** Those that nothing names are left out: a device allows few. */
  readonly bindings: readonly Binding[];
  /** Threads of a workgroup, in one dimension. */
  readonly threads: number;
  readonly workgroups: readonly [x: number, y: number, z: number];
  /** Functions, structures and workgroup variables. */
  readonly declarations?: readonly string[];
  /** Statements of `main`. It sees `group` (vec3u) and `lane`, the thread's number. */
  readonly body: string;
}

/** @throws where one dispatch cannot have as many workgroups. */
export function kernel(parts: KernelParts): Kernel {
  const { label, threads, workgroups, declarations = [], body } = parts;
  const most = Math.max(...workgroups);
  if (most > longestSide) {
    throw new Error(
      `${label}: ${String(most)} workgroups in a row, ${String(longestSide)} at most`,
    );
  }
  const bindings = named(distinct(parts.bindings), [...declarations, body].join("\n"));
  const code = [
    ...bindings.map(declare),
    settingsDeclaration,
    ...declarations,
    `@compute @workgroup_size(${String(threads)})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
${body}
}`,
  ].join("\n");
  return { label, code, bindings, workgroups };
}

/** What two parts of a kernel both read is bound once. */
function distinct(bindings: readonly Binding[]): readonly Binding[] {
  return [...new Map(bindings.map((binding) => [binding.as, binding])).values()];
}

function named(bindings: readonly Binding[], code: string): readonly Binding[] {
  const names = new Set(code.match(/\w+/g));
  return bindings.filter(({ as }) => names.has(as));
}

function declare({ as, access, type }: Binding, index: number): string {
  const mode = access === "read" ? "read" : "read_write";
  return `@group(0) @binding(${String(index)}) var<storage, ${mode}> ${as}: array<${type}>;`;
}

/** A literal that WGSL reads as this float. @throws for what it cannot write. */
export function float(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) throw new Error(`WGSL has no literal for ${String(value)}`);
  return `${String(single)}f`;
}

export function uint(value: number): string {
  return `${String(value)}u`;
}

export function read(as: string, buffer: string, type: Binding["type"] = "f32"): Binding {
  return { as, buffer, access: "read", type };
}

export function write(as: string, buffer: string, type: Binding["type"] = "f32"): Binding {
  return { as, buffer, access: "write", type };
}

/**
 * Adds up one value a thread over the workgroup, by halves. `values` is an array of workgroup memory
 * as long as there are threads, a power of two; the sum is its first entry, for every thread.
 */
export function addUp(values: string, threads: number): string {
  return `  workgroupBarrier();
  for (var half = ${uint(threads / 2)}; half > 0u; half >>= 1u) {
    if (lane < half) { ${values}[lane] += ${values}[lane + half]; }
    workgroupBarrier();
  }`;
}
