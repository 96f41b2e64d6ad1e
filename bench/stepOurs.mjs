/** Ours: an engine on the backend that was started, fed as the training loop feeds it. */
import { initialWeights } from "../src/core/model/init.ts";
import { resolveVae } from "../src/core/model/shapes.ts";
import { createRng } from "../src/core/rng.ts";
import { settingsAt } from "../src/core/training/settings.ts";
import { createEngine } from "../src/engine/createEngine.ts";
import { createPreparer } from "../src/worker/host/prepare.ts";
import { createStepBatch } from "../src/worker/host/stepBatch.ts";
import { createStepTakers } from "../src/worker/host/stepTaker.ts";
import { PIXELS, randomBytes, SIDE } from "./stepModels.mjs";

const IMAGES = 4096;

/**
 * @param {import("../src/core/experiment/config.ts").ExperimentConfig} config of digits
 * @param {Uint8Array} [pixels] of the images it trains on [images × 784]
 * @returns {Promise<import("./stepEager.mjs").Peer>}
 */
export async function ours(config, pixels = randomBytes(IMAGES)) {
  const { model, objective, optimizer, training } = config;
  const resolved = resolveVae(model, [SIDE, SIDE, 1]);
  if (!resolved.ok) throw new Error(resolved.error.message);
  const weights = initialWeights(resolved.value, model.weightInit, createRng(1), objective);
  const engine = await createEngine({
    resolved: resolved.value,
    state: { weights, optimizer: { steps: 0, moments: {} } },
    objective,
    optimizer,
    batch: training.batch,
  });
  const count = pixels.length / PIXELS;
  const images = source(pixels, count);
  const prepare = createPreparer(config.data.pixels, training.seed, training.batch);
  const batch = createStepBatch(config, resolved.value, images, prepare);
  const taker = await createStepTakers(config, images, count, batch)(engine);
  let taken = 0;
  return {
    steps(wanted) {
      for (let i = 1; i <= wanted; i++) {
        const indices = new Uint32Array(training.batch);
        for (let row = 0; row < indices.length; row++) {
          indices[row] = (taken * training.batch + row) % count;
        }
        taker.step(taken, indices, settingsAt(config, taken));
        taken++;
        if (i % taker.room === 0 || i === wanted) taker.submit();
      }
    },
    settle: () => engine.readTerms(),
  };
}

/** byte → [0, 1], as the data is read. */
const unit = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

/** What a step's batch asks of the data: `ImageSource`, with images that are all here. */
function source(pixels, count) {
  const dataset = { start: 0, count, pixels, labels: new Uint8Array(count) };
  return {
    stored: { chunkWith: () => dataset },
    read(_split, indices, target) {
      indices.forEach((index, row) => {
        const image = pixels.subarray(index * PIXELS, (index + 1) * PIXELS);
        for (let i = 0; i < PIXELS; i++) target[row * PIXELS + i] = unit[image[i]];
      });
    },
  };
}
