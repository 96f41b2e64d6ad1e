/**
 * The peer: a VAE step as one writes it in plain tfjs, chained operations and `optimizer.minimize`,
 * nothing tuned. 784-400-20, Adam 1e-3.
 */
import * as tf from "@tensorflow/tfjs";

/** @param {number} batch @returns {() => void} one step on a batch that stays the same */
export function eagerStep(batch) {
  const latent = 20;
  const optimizer = tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
  /** @param {number[]} shape */
  const uniform = (shape) => {
    const limit = 1 / Math.sqrt(shape[0]);
    return tf.variable(tf.randomUniform(shape, -limit, limit, "float32", 1));
  };
  const [w1, b1] = [uniform([784, 400]), uniform([400])];
  const [wm, bm] = [uniform([400, latent]), uniform([latent])];
  const [wl, bl] = [uniform([400, latent]), uniform([latent])];
  const [w2, b2] = [uniform([latent, 400]), uniform([400])];
  const [w3, b3] = [uniform([400, 784]), uniform([784])];
  const x = tf.randomUniform([batch, 784], 0, 1, "float32", 2);

  const loss = () => {
    const h = x.matMul(w1).add(b1).relu();
    const mu = h.matMul(wm).add(bm);
    const lambda = h.matMul(wl).add(bl);
    const epsilon = tf.randomNormal([batch, latent]);
    const z = mu.add(lambda.mul(0.5).exp().mul(epsilon));
    const logits = z.matMul(w2).add(b2).relu().matMul(w3).add(b3);
    const pixels = logits.relu().sub(logits.mul(x)).add(logits.abs().neg().exp().log1p());
    const kl = lambda.add(1).sub(mu.square()).sub(lambda.exp()).sum(1).mul(-0.5);
    return pixels.sum(1).add(kl).mean().asScalar();
  };
  return () => {
    optimizer.minimize(loss);
  };
}
