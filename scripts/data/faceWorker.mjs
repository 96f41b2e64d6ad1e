/** Draws its share of the faces: a list of factor tuples in, their RGB pixels out. */
import { parentPort, workerData } from "node:worker_threads";
import * as avataaars from "@dicebear/avataaars";
import { createAvatar } from "@dicebear/core";
import { Resvg } from "@resvg/resvg-js";
import { faceFactors, side } from "./faceFactors.mjs";

/** What every face shares. */
const common = { seed: "face", eyebrows: ["default"], scale: 125, translateY: 6 };

const pixels = new Uint8Array(workerData.length * side * side * 3);
workerData.forEach((/** @type {number[]} */ face, /** @type {number} */ index) => {
  const chosen = face.map((value, column) => faceFactors[column].values[value].options);
  const svg = createAvatar(avataaars, Object.assign({}, common, ...chosen)).toString();
  const rgba = new Resvg(svg, {
    background: "#b6e3f4",
    fitTo: { mode: "width", value: side },
    // No text is drawn, and looking for fonts takes longer than drawing.
    font: { loadSystemFonts: false },
  }).render().pixels;
  const start = index * side * side * 3;
  for (let p = 0; p < side * side; p++) {
    pixels.set(rgba.subarray(4 * p, 4 * p + 3), start + 3 * p);
  }
});
parentPort?.postMessage(pixels, [pixels.buffer]);
