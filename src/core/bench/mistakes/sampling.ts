/** z drawn from the wrong place, with the wrong spread, or not drawn at all. */
import type { Mistake } from "#/core/bench/mistake.ts";
import { farReach } from "#/core/bench/mistakes/balance.ts";
import { coarse, figuresOf, fine, nats } from "#/core/bench/mistakes/measures.ts";
import { evaluated, lane, steps, stepsPerEpoch } from "#/core/bench/mistakes/setups.ts";

/** Of the spread of prior samples: a sampler that gives less misses a good part of the data. */
const narrowShare = 0.8;

/** Nats: more than held-out figures of one model differ by for another draw of ε. */
const clearGap = 3;

/** One model: what differs is where its z come from. */
export const noiseImage: Mistake = {
  id: "noise-image",
  faulty: lane(),
  repaired: lane(),
  steps,
  evaluated,
  control: null,
  look: "samples",
  options: { count: 4, right: 3 },
  verdict({ faulty, repaired }) {
    const noise = faulty.noiseDiversity ?? Number.NaN;
    const { diversity } = figuresOf(repaired);
    return {
      shown: noise < narrowShare * diversity,
      numbers: {
        noise: fine(noise),
        prior: fine(diversity),
        percent: Math.round((100 * noise) / diversity),
      },
    };
  },
};

export const sigmaExp: Mistake = {
  id: "sigma-exp",
  faulty: lane({ objective: { sigma: "exp(λ)" } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "objective.sigma",
  look: "curves",
  options: { count: 4, right: 4 },
  verdict({ faulty, repaired }) {
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    return {
      shown: f.written < r.written - clearGap && f.negativeElbo > f.written + clearGap,
      numbers: {
        loss: nats(f.written),
        lossRepaired: nats(r.written),
        elbo: nats(f.negativeElbo),
        elboRepaired: nats(r.negativeElbo),
        charged: nats(f.written - f.reconstruction),
        kl: nats(f.kl),
      },
    };
  },
};

/** Two dimensions have settled by then. */
const planeEpochs = 6;
const plane = { model: { latent: 2 }, training: { epochs: planeEpochs } } as const;

export const noSampling: Mistake = {
  id: "no-sampling",
  faulty: lane({ ...plane, objective: { sampling: false } }),
  repaired: lane(plane),
  steps: planeEpochs * stepsPerEpoch,
  evaluated,
  control: "objective.sampling",
  look: "plane",
  options: { count: 4, right: 2 },
  verdict({ faulty, repaired }) {
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    return {
      shown: f.reach > farReach && r.reach <= farReach,
      numbers: {
        reach: coarse(f.reach),
        reachRepaired: coarse(r.reach),
        reconstruction: nats(f.reconstruction),
        reconstructionRepaired: nats(r.reconstruction),
      },
    };
  },
};
