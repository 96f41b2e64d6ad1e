/**
 * A training step as data: a list of dispatches over buffers by name. Pure: no device is needed to
 * build one, to read it or to test it. What runs it is recording.ts.
 */

/** Of one float or word, 4 bytes each. `vec2f` and the like count every component. */
export interface BufferSpec {
  readonly name: string;
  readonly length: number;
}

/** A buffer as one kernel sees it. */
export interface Binding {
  /** The variable in the shader. */
  readonly as: string;
  readonly buffer: string;
  readonly access: "read" | "write";
  /** Of an element. */
  readonly type: "f32" | "u32" | "vec2f" | "vec4f";
}

/** How a kernel is computed. */
export interface KernelForm {
  /** A whole WGSL module with one entry point, `main`. */
  readonly code: string;
  /** `@group(0) @binding(i)`, in order. The step's settings are group 1. */
  readonly bindings: readonly Binding[];
  readonly workgroups: readonly [x: number, y: number, z: number];
}

/** One dispatch. */
export interface Kernel extends KernelForm {
  /** What it computes, for people and for the browser's error messages. */
  readonly label: string;
  /** For adapters that compute on the processor, where another form suits them. */
  readonly plain?: KernelForm;
}
