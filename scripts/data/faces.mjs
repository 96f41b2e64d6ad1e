/**
 * Colour faces drawn with DiceBear's avataaars. Every face is a tuple of factors drawn uniformly
 * and independently (the class in turn, so that each chunk is balanced); no tuple occurs twice, so
 * the test faces are new. The factors are kept as labels. Two threads draw.
 */
import { Worker } from "node:worker_threads";
import { faceFactors, side } from "./faceFactors.mjs";
import { createRandom } from "./random.mjs";

export const packages = ["@dicebear/core", "@dicebear/avataaars", "@resvg/resvg-js"];
export const files = ["faces.mjs", "faceFactors.mjs", "faceWorker.mjs"];

const trainCount = 10000;
const testCount = 1000;
const threads = 2;

/** @returns {Promise<import("./writeSet.mjs").DataSet>} */
export async function build() {
  const faces = drawFactors(trainCount + testCount);
  const pixels = await drawFaces(faces);
  const [hair, ...factors] = faceFactors.map(({ id, values }) => ({
    id,
    values: values.map(({ name }) => name),
  }));
  const bytes = side * side * 3;
  /** @param {number} from @param {number} to */
  const split = (from, to) => ({
    pixels: pixels.subarray(from * bytes, to * bytes),
    labels: faceFactors.map((_, column) =>
      Uint8Array.from(faces.slice(from, to), (face) => face[column]),
    ),
  });
  return {
    id: "faces",
    name: "Faces",
    shape: [side, side, 3],
    classes: hair.values,
    factors,
    licence: "Design: free for personal and commercial use. Drawing code: MIT",
    credit: "Avataaars by Pablo Stanley, drawn with DiceBear (Florian Körner)",
    source: "https://avataaars.com/",
    train: { ...split(0, trainCount), firstChunk: 1000, chunk: 4500 },
    test: { ...split(trainCount, trainCount + testCount), firstChunk: testCount, chunk: testCount },
  };
}

/** @param {number} count @returns {number[][]} index of the value of each factor */
function drawFactors(count) {
  const random = createRandom(20261121);
  const seen = new Set();
  /** @type {number[][]} */
  const faces = [];
  while (faces.length < count) {
    const face = faceFactors.map(({ values }, column) =>
      column === 0 ? faces.length % values.length : random.below(values.length),
    );
    const key = face.join();
    if (seen.has(key)) continue;
    seen.add(key);
    faces.push(face);
  }
  return faces;
}

/** @param {number[][]} faces @returns {Promise<Uint8Array>} */
async function drawFaces(faces) {
  const share = Math.ceil(faces.length / threads);
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, k) => drawShare(faces.slice(k * share, (k + 1) * share))),
  );
  return Buffer.concat(parts);
}

/** @param {number[][]} faces @returns {Promise<Uint8Array>} */
function drawShare(faces) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./faceWorker.mjs", import.meta.url), { workerData: faces });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
