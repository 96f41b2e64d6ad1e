/** The models that steps are timed on, and the images they are fed: bytes, as the data is kept. */
import { presets } from "../src/core/experiment/presets.ts";
import { firstConfig, soundObjective, variant } from "../src/core/experiment/presets/base.ts";
import { createRng } from "../src/core/rng.ts";

export const BATCH = 128;
/** What is dispatched does not depend on it, and software adapters are slow at convolutions. */
export const CONV_BATCH = 16;
export const LATENT = 20;
export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

const relu = "relu";
const conv = (/** @type {number} */ filters) => ({
  kind: "conv",
  filters,
  kernel: 3,
  stride: 2,
  activation: relu,
});

/** The peers write the first two by hand, with the same ELBO. S2 is a published system in full. */
export const configs = {
  /** 784-400-20. */
  dense: variant(presets["mnist-dense-20"].config, { objective: soundObjective }),
  /** Two convolutions, two transposed ones; the last is the output layer. */
  conv: variant(firstConfig, {
    model: {
      encoder: [conv(32), conv(64)],
      decoder: [
        { kind: "denseToMap", height: 7, width: 7, channels: 64, activation: relu },
        { kind: "convTranspose", filters: 32, kernel: 3, stride: 2, activation: relu },
      ],
      latent: LATENT,
    },
    optimizer: { learningRate: 1e-3 },
    training: { batch: CONV_BATCH },
  }),
  S2: presets["mnist-conv-2d"].config,
};

/** @param {number} count @returns {Uint8Array} [count × 784] */
export function randomBytes(count) {
  const rng = createRng(2);
  return Uint8Array.from({ length: count * PIXELS }, () => rng.below(256));
}

/** @param {number} count @returns {Float32Array} [count × 784] in [0, 1] */
export function randomImages(count) {
  return Float32Array.from(randomBytes(count), (byte) => byte / 255);
}
