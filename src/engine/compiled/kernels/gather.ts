/**
 * A training batch made on the device: images unpacked from the bytes of their records and prepared
 * as core/data/pixels.ts has it, labels, ε and dropout's noise. Which records, and where its draws
 * begin in their streams, is the step's settings.
 */
import { greyDeviation, greyMean } from "#/core/data/pixels.ts";
import type { PixelMode } from "#/core/experiment/config.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import { streamFunctions } from "#/engine/compiled/kernels/threefry.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { float, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

const threads = 64;

export const feedBuffers = {
  /** Records of images, four bytes a word. */
  records: "records",
  /** For each image of each queued step, which record it is. */
  chosen: "records chosen",
} as const;

/** Words of an image's record: its pixels, behind them its label where the model takes one. */
export function recordWords({ pixels, classes }: ResolvedVae): number {
  return Math.ceil((pixels + (classes > 0 ? 1 : 0)) / 4);
}

/** A row of workgroups an image, four pixels a thread; rows behind the batch's last stay as they are. */
export function gather(vae: ResolvedVae, mode: PixelMode, batch: number): Kernel {
  const { pixels, latent, classes, dropoutUnits } = vae;
  const pixelWords = Math.ceil(pixels / 4);
  const groups = Math.ceil(pixelWords / threads);
  const each = (of: number, statement: string) =>
    `  for (var j = thread; j < ${uint(of)}; j += ${uint(groups * threads)}) { ${statement} }`;
  const draw = (into: string, of: number, drawn: string) =>
    each(of, `let at = row * ${uint(of)} + j; ${into}[at] = ${drawn};`);
  return kernel({
    label: "a batch from its records",
    bindings: [
      read("records", feedBuffers.records, "u32"),
      read("chosen", feedBuffers.chosen, "u32"),
      write("images", buffers.images),
      write("epsilon", buffers.epsilon),
      ...(classes > 0 ? [write("labels", buffers.labels, "u32")] : []),
      ...(dropoutUnits > 0 ? [write("dropped", buffers.dropout)] : []),
    ],
    threads,
    workgroups: [groups, batch, 1],
    declarations: streamFunctions,
    body: `  let row = group.y;
  if (row >= settings.count) { return; }
  let thread = group.x * ${uint(threads)} + lane;
  let record = chosen[settings.firstRecord + row] * ${uint(recordWords(vae))};
  if (thread < ${uint(pixelWords)}) {
    let four = records[record + thread];
    for (var i = 4u * thread; i < min(4u * thread + 4u, ${uint(pixels)}); i++) {
      let byte = (four >> (8u * (i & 3u))) & 255u;
      let at = row * ${uint(pixels)} + i;
      images[at] = ${preparedPixel[mode]};
    }
  }
${draw("epsilon", latent, "streamNormal(settings.epsilonPlace, at)")}
${dropoutUnits > 0 ? draw("dropped", dropoutUnits, "streamUniform(settings.dropoutPlace, at)") : ""}
${classes > 0 ? `  if (thread == 0u) { labels[row] = ${byteOf("record", pixels)}; }` : ""}`,
  });
}

/** What the network is given of `byte`, which is pixel `at` of the batch. */
const preparedPixel: Readonly<Record<PixelMode, string>> = {
  grey: "f32(byte) / 255f",
  threshold: "select(0f, 1f, byte > 127u)",
  standardise: `(f32(byte) / 255f - ${float(greyMean)}) / ${float(greyDeviation)}`,
  binarise: "select(0f, 1f, byte > 0u && streamBelow(settings.binarisePlace, at, byte))",
};

function byteOf(record: string, index: number): string {
  const word = `records[${record} + ${uint(Math.floor(index / 4))}]`;
  return `(${word} >> ${uint(8 * (index % 4))}) & 255u`;
}
