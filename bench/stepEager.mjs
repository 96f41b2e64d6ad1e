/**
 * The peer: VAE steps as one writes them in plain tfjs, chained operations and `optimizer.minimize`,
 * nothing tuned. Adam 1e-3; a batch arrives as a typed array.
 */
import * as tf from "@tensorflow/tfjs";
import { BATCH, CONV_BATCH, LATENT, PIXELS, SIDE, randomImages } from "./stepModels.mjs";

/**
 * @typedef {object} Peer
 * @property {(count: number) => void} steps sends off so many
 * @property {() => Promise<unknown>} settle resolves when they are done
 */

/** @returns {Peer} 784-400-20 */
export function eagerDense() {
  const images = randomImages(BATCH);
  const [w1, b1] = layer([PIXELS, 400], PIXELS);
  const [wm, bm] = layer([400, LATENT], 400);
  const [wl, bl] = layer([400, LATENT], 400);
  const [w2, b2] = layer([LATENT, 400], LATENT);
  const [w3, b3] = layer([400, PIXELS], 400);
  return peer(b3, () => {
    const x = tf.tensor2d(images, [BATCH, PIXELS]);
    const h = x.matMul(w1).add(b1).relu();
    const mu = h.matMul(wm).add(bm);
    const lambda = h.matMul(wl).add(bl);
    const logits = sampled(mu, lambda).matMul(w2).add(b2).relu().matMul(w3).add(b3);
    return negativeElbo(x, logits, mu, lambda);
  });
}

/** @returns {Peer} 2 convolutions, 2 transposed ones */
export function eagerConv() {
  const images = randomImages(CONV_BATCH);
  const features = 7 * 7 * 64;
  const [k1, b1] = layer([3, 3, 1, 32], 9, 32);
  const [k2, b2] = layer([3, 3, 32, 64], 9 * 32, 64);
  const [wm, bm] = layer([features, LATENT], features);
  const [wl, bl] = layer([features, LATENT], features);
  const [w3, b3] = layer([LATENT, features], LATENT);
  const [k4, b4] = layer([3, 3, 32, 64], 9 * 64, 32);
  const [k5, b5] = layer([3, 3, 1, 32], 9 * 32, 1);
  return peer(b5, () => {
    const x = tf.tensor4d(images, [CONV_BATCH, SIDE, SIDE, 1]);
    const h1 = x.conv2d(k1, 2, "same").add(b1).relu();
    const h = h1.conv2d(k2, 2, "same").add(b2).relu().reshape([CONV_BATCH, features]);
    const mu = h.matMul(wm).add(bm);
    const lambda = h.matMul(wl).add(bl);
    const maps = sampled(mu, lambda).matMul(w3).add(b3).relu().reshape([CONV_BATCH, 7, 7, 64]);
    const h4 = maps.conv2dTranspose(k4, [CONV_BATCH, 14, 14, 32], 2, "same").add(b4).relu();
    const logits = h4.conv2dTranspose(k5, [CONV_BATCH, SIDE, SIDE, 1], 2, "same").add(b5);
    return negativeElbo(
      x.reshape([CONV_BATCH, PIXELS]),
      logits.reshape([CONV_BATCH, PIXELS]),
      mu,
      lambda,
    );
  });
}

/** Kernel and bias. @param {number[]} shape @param {number} fanIn @param {number} [outputs] */
function layer(shape, fanIn, outputs = shape[shape.length - 1]) {
  const limit = 1 / Math.sqrt(fanIn);
  return [shape, [outputs]].map((of) =>
    tf.variable(tf.randomUniform(of, -limit, limit, "float32", 1)),
  );
}

/** @param {tf.Tensor} mu @param {tf.Tensor} lambda */
function sampled(mu, lambda) {
  return mu.add(lambda.mul(0.5).exp().mul(tf.randomNormal(mu.shape)));
}

/** Nats an image. @param {tf.Tensor} x @param {tf.Tensor} logits @param {tf.Tensor} mu @param {tf.Tensor} lambda */
function negativeElbo(x, logits, mu, lambda) {
  const pixels = logits.relu().sub(logits.mul(x)).add(logits.abs().neg().exp().log1p());
  const kl = lambda.add(1).sub(mu.square()).sub(lambda.exp()).sum(1).mul(-0.5);
  return pixels.sum(1).add(kl).mean().asScalar();
}

/** `last` is a weight that every step moves. @param {tf.Variable} last @param {() => tf.Scalar} loss @returns {Peer} */
function peer(last, loss) {
  const optimizer = tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
  return {
    steps(count) {
      for (let i = 0; i < count; i++) optimizer.minimize(loss);
    },
    settle: () => last.data(),
  };
}
