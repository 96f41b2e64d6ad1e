/**
 * The peer that compiles: the same VAEs in jax-js, the whole step with Adam in one `jit`. Every use
 * of an array but its last takes a `ref`.
 */
import { jit, lax, nn, numpy as np, random, tree, valueAndGrad } from "@jax-js/jax";
import { BATCH, CONV_BATCH, LATENT, PIXELS, SIDE, randomImages } from "./stepModels.mjs";

/** @returns {import("./stepEager.mjs").Peer} 784-400-20 */
export function jaxDense() {
  const weights = parameters({
    one: [[PIXELS, 400], [400], PIXELS],
    mean: [[400, LATENT], [LATENT], 400],
    logVariance: [[400, LATENT], [LATENT], 400],
    two: [[LATENT, 400], [400], LATENT],
    three: [[400, PIXELS], [PIXELS], 400],
  });
  const loss = (p, x, key) => {
    const h = nn.relu(dense(x.ref, p.one));
    const mu = dense(h.ref, p.mean);
    const lambda = dense(h, p.logVariance);
    const z = sampled(mu.ref, lambda.ref, key);
    const logits = dense(nn.relu(dense(z, p.two)), p.three);
    return negativeElbo(x, logits, mu, lambda);
  };
  return peer(weights, loss, BATCH);
}

/** @returns {import("./stepEager.mjs").Peer} 2 convolutions, 2 transposed ones */
export function jaxConv() {
  const features = 64 * 7 * 7;
  const weights = parameters({
    one: [[32, 1, 3, 3], [32, 1, 1], 9],
    two: [[64, 32, 3, 3], [64, 1, 1], 9 * 32],
    mean: [[features, LATENT], [LATENT], features],
    logVariance: [[features, LATENT], [LATENT], features],
    three: [[LATENT, features], [features], LATENT],
    four: [[32, 64, 3, 3], [32, 1, 1], 9 * 64],
    five: [[1, 32, 3, 3], [1, 1, 1], 9 * 32],
  });
  const shrink = (x, { w, b }) => lax.convGeneralDilated(x, w, [2, 2], "SAME").add(b);
  const grow = (x, { w, b }) => lax.convTranspose(x, w, [2, 2], "SAME").add(b);
  const loss = (p, x, key) => {
    const maps = x.ref.reshape([CONV_BATCH, 1, SIDE, SIDE]);
    const deep = nn.relu(shrink(nn.relu(shrink(maps, p.one)), p.two));
    const h = deep.reshape([CONV_BATCH, features]);
    const mu = dense(h.ref, p.mean);
    const lambda = dense(h, p.logVariance);
    const z = sampled(mu.ref, lambda.ref, key);
    const small = nn.relu(dense(z, p.three)).reshape([CONV_BATCH, 64, 7, 7]);
    const logits = grow(nn.relu(grow(small, p.four)), p.five).reshape([CONV_BATCH, PIXELS]);
    return negativeElbo(x, logits, mu, lambda);
  };
  return peer(weights, loss, CONV_BATCH);
}

/** Uniform ±1/√fan_in. @param {Record<string, [kernel: number[], bias: number[], fanIn: number]>} shapes */
function parameters(shapes) {
  const uniform = (shape, limit, seed) =>
    random.uniform(random.key(seed), shape, { minval: -limit, maxval: limit });
  return Object.fromEntries(
    Object.entries(shapes).map(([name, [kernel, bias, fanIn]], i) => {
      const limit = 1 / Math.sqrt(fanIn);
      return [name, { w: uniform(kernel, limit, 2 * i), b: uniform(bias, limit, 2 * i + 1) }];
    }),
  );
}

function dense(x, { w, b }) {
  return np.dot(x, w).add(b);
}

function sampled(mu, lambda, key) {
  const noise = random.normal(key, mu.shape);
  return mu.add(np.exp(lambda.mul(0.5)).mul(noise));
}

/** Nats an image. */
function negativeElbo(x, logits, mu, lambda) {
  const [batch] = x.shape;
  const pixels = nn.softplus(logits.ref).sub(logits.mul(x));
  const kl = lambda.ref.add(1).sub(np.square(mu)).sub(np.exp(lambda)).mul(-0.5);
  return pixels
    .sum()
    .add(kl.sum())
    .mul(1 / batch);
}

/** Adam 1e-3 over a tree of weights. @returns {import("./stepEager.mjs").Peer} */
function peer(weights, loss, batch) {
  const images = randomImages(batch);
  const zeros = (like) => tree.map((w) => np.zeros(w.shape), like);
  const update = jit((state, x) => {
    const [key, next] = split(state.key);
    const [value, gradient] = valueAndGrad(loss)(tree.ref(state.weights), x, key);
    const steps = state.steps.add(1);
    const first = tree.map((m, g) => m.mul(0.9).add(g.mul(0.1)), state.first, tree.ref(gradient));
    const second = tree.map(
      (v, g) => v.mul(0.999).add(np.square(g).mul(0.001)),
      state.second,
      gradient,
    );
    const c1 = np.subtract(1, np.power(0.9, steps.ref));
    const c2 = np.subtract(1, np.power(0.999, steps.ref));
    const moved = tree.map(
      (w, m, v) => {
        const root = np.sqrt(v.div(c2.ref)).add(1e-8);
        return w.sub(m.div(c1.ref).div(root).mul(1e-3));
      },
      state.weights,
      tree.ref(first),
      tree.ref(second),
    );
    c1.dispose();
    c2.dispose();
    return { value, state: { weights: moved, first, second, steps, key: next } };
  });
  let state = {
    weights,
    first: zeros(weights),
    second: zeros(weights),
    steps: np.array(0),
    key: random.key(3),
  };
  let value = np.array(0);
  return {
    steps(count) {
      for (let i = 0; i < count; i++) {
        value.dispose();
        ({ value, state } = update(state, np.array(images).reshape([batch, PIXELS])));
      }
    },
    settle: () => value.ref.data(),
  };
}

function split(key) {
  const keys = random.split(key);
  return [keys.ref.slice(0), keys.slice(1)];
}
