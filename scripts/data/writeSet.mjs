/**
 * Writes one data set as chunks and returns its manifest entry. A chunk is the gzip of its images'
 * pixels (row-major, channels last, one byte each) followed by its label columns, one byte an image
 * each. Its name carries its checksum, so a cache may keep it for ever.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32, gzip } from "node:zlib";
import { chunkCounts } from "./order.mjs";
import { encodePng } from "./png.mjs";
import { landmarks } from "./statistics.mjs";

const compress = promisify(gzip);

/**
 * @typedef {{ pixels: Uint8Array, labels: readonly Uint8Array[], firstChunk: number, chunk: number,
 *   sourceMask?: string }} Split `labels` holds one column after another, the class first
 * @typedef {{ id: string, name: string, shape: readonly [number, number, number],
 *   classes: readonly string[], factors: readonly { id: string, values: readonly string[] }[],
 *   licence: string, credit: string, source: string, train: Split, test: Split }} DataSet
 */

/** @param {DataSet} set @param {string} folder the set's own folder */
export async function writeSet(set, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const chunks = [
    ...(await writeSplit(set, "train", folder)),
    ...(await writeSplit(set, "test", folder)),
  ];
  const { id, name, shape, classes, factors, licence, credit, source } = set;
  const dimensions = shape[0] * shape[1] * shape[2];
  return {
    ...{ id, name, shape, classes, factors, licence, credit, source },
    counts: { train: set.train.labels[0].length, test: set.test.labels[0].length },
    landmarks: landmarks(set.train.pixels, dimensions),
    sprite: sprite(set, dimensions),
    sourceOrder: { train: set.train.sourceMask ?? null, test: set.test.sourceMask ?? null },
    chunks,
  };
}

/** @param {DataSet} set @param {"train" | "test"} split @param {string} folder */
async function writeSplit(set, split, folder) {
  const { pixels, labels, firstChunk, chunk } = set[split];
  const dimensions = set.shape[0] * set.shape[1] * set.shape[2];
  let end = 0;
  return Promise.all(
    chunkCounts(labels[0].length, firstChunk, chunk).map(async (count, index) => {
      const start = end;
      end += count;
      const body = Buffer.concat([
        pixels.subarray(start * dimensions, end * dimensions),
        ...labels.map((column) => column.subarray(start, end)),
      ]);
      const checksum = crc32(body).toString(16).padStart(8, "0");
      const packed = await compress(body, { level: 9 });
      const file = `${set.id}/${split}-${index}.${checksum}.bin`;
      await writeFile(join(folder, "..", file), packed);
      return { file, split, count, bytes: packed.length, checksum };
    }),
  );
}

/** The first test image of each class, side by side. @param {DataSet} set @param {number} dimensions */
function sprite(set, dimensions) {
  const [height, width, channels] = set.shape;
  const indices = set.classes.map((_, label) => set.test.labels[0].indexOf(label));
  const sheetWidth = width * indices.length;
  const sheet = new Uint8Array(sheetWidth * height * channels);
  indices.forEach((index, column) => {
    for (let y = 0; y < height; y++) {
      const from = index * dimensions + y * width * channels;
      const to = (y * sheetWidth + column * width) * channels;
      sheet.set(set.test.pixels.subarray(from, from + width * channels), to);
    }
  });
  const png = encodePng(sheet, sheetWidth, height, channels).toString("base64");
  return { indices, image: `data:image/png;base64,${png}` };
}
