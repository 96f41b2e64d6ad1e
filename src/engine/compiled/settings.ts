/**
 * What changes from step to step, as the shaders read it: one row of a uniform buffer, picked by a
 * dynamic offset. Everything else is a constant of the compiled code.
 */

/** In the order of the row, 4 bytes each. */
const fields = [
  /** Images of the batch; the rows behind them count for nothing. */
  ["count", "u32"],
  /** Where in the log of terms the step writes. */
  ["slot", "u32"],
  /** The learning rate, Adam's correction included. */
  ["rate", "f32"],
  /** What Adam's mean square is multiplied by under the root. */
  ["correction", "f32"],
  /** What the gradients are multiplied by. */
  ["scale", "f32"],
  /** Longest gradient, in units of the unscaled one; 0: never shortened. */
  ["longest", "f32"],
  /** Of the KL term, where the reconstruction's gradient counts once. */
  ["klWeight", "f32"],
  /** Nats a latent dimension. */
  ["freeBits", "f32"],
  /** WGSL has no literal for it. */
  ["infinity", "f32"],
] as const satisfies readonly (readonly [name: string, type: "u32" | "f32"])[];

export type StepRow = Readonly<Record<Exclude<(typeof fields)[number][0], "infinity">, number>>;

/** Uniform offsets are multiples of 256 bytes on every device. */
export const rowBytes = 256;

export const settingsDeclaration = `struct Settings {
${fields.map(([name, type]) => `  ${name}: ${type},`).join("\n")}
}
@group(1) @binding(0) var<uniform> settings: Settings;`;

/** @returns the row as it lies in the buffer, without the padding up to `rowBytes`. */
export function packRow(row: StepRow): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(fields.length * 4));
  const values = { ...row, infinity: Infinity };
  for (const [i, [name, type]] of fields.entries()) {
    if (type === "u32") view.setUint32(i * 4, values[name], true);
    else view.setFloat32(i * 4, values[name], true);
  }
  return view.buffer;
}
