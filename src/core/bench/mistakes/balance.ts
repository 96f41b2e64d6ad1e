/** Two terms out of balance: one is averaged, scaled down or scaled up until the other rules. */
import type { Evidence, Mistake, Verdict } from "#/core/bench/mistake.ts";
import { coarse, figuresOf, fine, nats } from "#/core/bench/mistakes/measures.ts";
import { evaluated, lane, steps } from "#/core/bench/mistakes/setups.ts";

/** Nats: a code that says less about an image than a seventh of a bit says nothing. */
const silentKl = 0.1;

/** Of the repaired lane's sample spread: half of it is seen at a glance. */
const alikeShare = 0.5;

/** Nats by which a −ELBO is worse beyond what another seed would change (about 1). */
export const clearlyWorse = 20;

/** Reach of the codes, where the prior's is 1, from which samples come from where no code lies. */
export const farReach = 1.75;

/** Of the repaired lane's KL: below this the code has lost most of what it could say. */
const weakShare = 1 / 3;

function collapse({ faulty, repaired }: Evidence): Verdict {
  const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
  return {
    shown:
      f.kl < silentKl &&
      f.active === 0 &&
      f.diversity < alikeShare * r.diversity &&
      r.kl >= silentKl &&
      r.active > 0,
    numbers: {
      kl: nats(f.kl),
      klRepaired: nats(r.kl),
      active: f.active,
      activeRepaired: r.active,
      latent: f.latent,
      diversity: fine(f.diversity),
      diversityRepaired: fine(r.diversity),
      reconstruction: nats(f.reconstruction),
      reconstructionRepaired: nats(r.reconstruction),
      meanImage: nats(faulty.meanImageNats),
    },
  };
}

export const meanReconstruction: Mistake = {
  id: "mean-reconstruction",
  faulty: lane({ objective: { reconstructionReduction: "mean" } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "objective.reconstructionReduction",
  look: "klBars",
  options: { count: 4, right: 2 },
  verdict: collapse,
};

export const meanBoth: Mistake = {
  id: "mean-both",
  faulty: lane({ objective: { reconstructionReduction: "mean", klReduction: "mean" } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "objective.reconstructionReduction",
  look: "samples",
  options: { count: 4, right: 3 },
  verdict: collapse,
};

export const tinyKl: Mistake = {
  id: "tiny-kl",
  faulty: lane({ objective: { beta: 2.5e-4 } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "objective.beta",
  look: "samples",
  options: { count: 4, right: 1 },
  verdict({ faulty, repaired }) {
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    return {
      shown:
        f.reach > farReach && r.reach <= farReach && f.negativeElbo > r.negativeElbo + clearlyWorse,
      numbers: {
        reach: coarse(f.reach),
        reachRepaired: coarse(r.reach),
        elbo: nats(f.negativeElbo),
        elboRepaired: nats(r.negativeElbo),
        kl: nats(f.kl),
        klRepaired: nats(r.kl),
        reconstruction: nats(f.reconstruction),
        reconstructionRepaired: nats(r.reconstruction),
      },
    };
  },
};

export const betaTooLarge: Mistake = {
  id: "beta-too-large",
  faulty: lane({ objective: { beta: 10 } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "objective.beta",
  look: "reconstructions",
  options: { count: 4, right: 4 },
  verdict({ faulty, repaired }) {
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    return {
      shown:
        f.kl < weakShare * r.kl &&
        f.reconstruction > r.reconstruction + clearlyWorse &&
        f.negativeElbo > r.negativeElbo + clearlyWorse,
      numbers: {
        kl: nats(f.kl),
        klRepaired: nats(r.kl),
        reconstruction: nats(f.reconstruction),
        reconstructionRepaired: nats(r.reconstruction),
        elbo: nats(f.negativeElbo),
        elboRepaired: nats(r.negativeElbo),
        meanImage: nats(faulty.meanImageNats),
      },
    };
  },
};
