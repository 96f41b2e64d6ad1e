/**
 * What changes from step to step, as the shaders read it: one row of a uniform buffer, picked by a
 * dynamic offset. Everything else is a constant of the compiled code.
 */
import type { StreamPlace } from "#/engine/compiled/streamPlace.ts";

/** Where a step's draws begin, of a batch that the device makes itself; four words each. */
const placeFields = ["epsilonPlace", "dropoutPlace", "binarisePlace"] as const;

/** Behind them, in the order of the row, 4 bytes each. */
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
  /** Where in the list of records the batch begins, of one that the device makes itself. */
  ["firstRecord", "u32"],
  /** WGSL has no literal for it. */
  ["infinity", "f32"],
] as const satisfies readonly (readonly [name: string, type: "u32" | "f32"])[];

/** What a batch that the device makes is made from. */
export type DrawRow = Readonly<Record<(typeof placeFields)[number], StreamPlace>> & {
  readonly firstRecord: number;
};

export type StepRow = Readonly<
  Record<Exclude<(typeof fields)[number][0], "infinity" | "firstRecord">, number>
>;

/** Uniform offsets are multiples of 256 bytes on every device. */
export const rowBytes = 256;

export const settingsDeclaration = `struct Settings {
${placeFields.map((name) => `  ${name}: vec4u,`).join("\n")}
${fields.map(([name, type]) => `  ${name}: ${type},`).join("\n")}
}
@group(1) @binding(0) var<uniform> settings: Settings;`;

const nowhere: StreamPlace = [0, 0, 0, 0];

/** Of a batch that was given. */
export const noDraws: DrawRow = {
  epsilonPlace: nowhere,
  dropoutPlace: nowhere,
  binarisePlace: nowhere,
  firstRecord: 0,
};

/** Writes row `place` of `rows`, which are as they lie in the buffer. */
export function packRow(rows: DataView, place: number, row: StepRow & DrawRow): void {
  let at = place * rowBytes;
  for (const name of placeFields) {
    for (const word of row[name]) {
      rows.setUint32(at, word, true);
      at += 4;
    }
  }
  for (const [name, type] of fields) {
    const value = name === "infinity" ? Infinity : row[name];
    if (type === "u32") rows.setUint32(at, value, true);
    else rows.setFloat32(at, value, true);
    at += 4;
  }
}
