/**
 * Fashion-MNIST from ten files by class. The package has no train/test split: a seeded, stratified
 * one is made here, so its test set is not the published one. Rows that are empty are dropped.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createRandom } from "./random.mjs";

export const packages = ["fashion-mnist"];
export const files = ["fashion.mjs"];

const folder = join(dirname(createRequire(import.meta.url).resolve("fashion-mnist")), "clothes");
const dimensions = 784;
const testShare = 1 / 7;

/** In the order of the labels (Xiao, Rasul and Vollgraf, 2017, table 2). */
const classes = [
  "T-shirt",
  "Trouser",
  "Pullover",
  "Dress",
  "Coat",
  "Sandal",
  "Shirt",
  "Sneaker",
  "Bag",
  "Ankle boot",
];

/** @returns {Promise<import("./writeSet.mjs").DataSet>} */
export async function build() {
  const random = createRandom(20171025);
  /** @type {{ label: number, row: number[] }[][]} */
  const train = [];
  /** @type {{ label: number, row: number[] }[][]} */
  const test = [];
  for (let label = 0; label < classes.length; label++) {
    const { data } = JSON.parse(await readFile(join(folder, `${label}.json`), "utf8"));
    const rows = data.filter((/** @type {number[]} */ row) => row.length === dimensions);
    const mixed = random.shuffle(rows.map((/** @type {number[]} */ row) => ({ label, row })));
    const testCount = Math.round(mixed.length * testShare);
    test.push(mixed.slice(0, testCount));
    train.push(mixed.slice(testCount));
  }
  return {
    id: "fashion",
    name: "Fashion-MNIST",
    shape: [28, 28, 1],
    classes,
    factors: [],
    licence: "MIT, © 2017 Zalando SE",
    credit: "Han Xiao, Kashif Rasul and Roland Vollgraf (Zalando Research)",
    source: "https://github.com/zalandoresearch/fashion-mnist",
    train: { ...pack(inTurn(train)), firstChunk: 2000, chunk: 8500 },
    test: { ...pack(inTurn(test)), firstChunk: 1000, chunk: 9000 },
  };
}

/** One of each class in turn, so that every chunk is balanced. @template T @param {T[][]} groups */
function inTurn(groups) {
  const longest = Math.max(...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, k) =>
    groups.flatMap((group) => group.slice(k, k + 1)),
  ).flat();
}

/** @param {{ label: number, row: number[] }[]} images */
function pack(images) {
  const pixels = new Uint8Array(images.length * dimensions);
  images.forEach(({ row }, index) => pixels.set(row, index * dimensions));
  return { pixels, labels: [Uint8Array.from(images, ({ label }) => label)] };
}
