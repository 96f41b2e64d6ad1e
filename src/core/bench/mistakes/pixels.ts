/** Pixels misread: drawn before the sigmoid, squashed twice, or moved out of [0, 1]. */
import type { Mistake } from "#/core/bench/mistake.ts";
import {
  atEnd,
  coarse,
  digitsOf,
  figuresOf,
  fine,
  firstBelow,
  lowest,
  nats,
} from "#/core/bench/mistakes/measures.ts";
import { brief, briefSteps, evaluated, lane, steps } from "#/core/bench/mistakes/setups.ts";

/** Of the range from black to white: so much greyer than its originals, a picture looks washed out. */
const greyer = 0.15;

/** The same, below which reconstructions are as bright as what they reconstruct. */
const asBright = 0.05;

/** Nats: two −ELBOs no further apart are of the same model, but for rounding. */
const sameModel = 0.5;

/** sigmoid(0) = 0.500 … sigmoid(1) = 0.731, with room for rounding: what a second sigmoid leaves. */
const twiceSquashed = [0.495, 0.735] as const;

/** What a picture of pen strokes reaches: nearly black and nearly white. */
const [nearBlack, nearWhite] = [0.1, 0.9] as const;

export const noSigmoidAtDisplay: Mistake = {
  id: "no-sigmoid-at-display",
  faulty: lane({ objective: { display: "autoscaled" } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "objective.display",
  look: "reconstructions",
  options: { count: 4, right: 4 },
  verdict({ faulty, repaired }) {
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    const [low, high] = faulty.raw ?? [Number.NaN, Number.NaN];
    const seen = faulty.brightness?.displayed ?? Number.NaN;
    const mended = repaired.brightness?.displayed ?? Number.NaN;
    const original = repaired.brightness?.original ?? Number.NaN;
    return {
      shown:
        seen > original + greyer &&
        Math.abs(mended - original) < asBright &&
        Math.abs(f.negativeElbo - r.negativeElbo) < sameModel,
      numbers: {
        low: coarse(low),
        high: coarse(high),
        brightness: fine(seen),
        brightnessRepaired: fine(mended),
        original: fine(original),
        elbo: nats(f.negativeElbo),
        elboRepaired: nats(r.negativeElbo),
      },
    };
  },
};

export const sigmoidTwice: Mistake = {
  id: "sigmoid-twice",
  faulty: lane({ objective: { sigmoid: "twice" } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "objective.sigmoid",
  look: "reconstructions",
  options: { count: 4, right: 1 },
  verdict({ faulty, repaired }) {
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    const [low, high] = faulty.displayed ?? [Number.NaN, Number.NaN];
    const [lowRepaired, highRepaired] = repaired.displayed ?? [Number.NaN, Number.NaN];
    return {
      shown:
        low >= twiceSquashed[0] &&
        high <= twiceSquashed[1] &&
        lowRepaired < nearBlack &&
        highRepaired > nearWhite,
      numbers: {
        low: fine(low),
        high: fine(high),
        lowRepaired: fine(lowRepaired),
        highRepaired: fine(highRepaired),
        reconstruction: nats(f.reconstruction),
        reconstructionRepaired: nats(r.reconstruction),
      },
    };
  },
};

export const standardised: Mistake = {
  id: "standardised",
  faulty: lane({ data: { pixels: "standardise" }, ...brief }),
  repaired: lane(brief),
  steps: briefSteps,
  evaluated,
  control: "data.pixels",
  look: "curves",
  options: { count: 4, right: 2 },
  verdict({ faulty, repaired }) {
    const { lossTotal } = faulty.curve;
    const sound = repaired.curve.lossTotal;
    return {
      // A Bernoulli cross-entropy of pixels in [0, 1] cannot be negative, and neither can a KL.
      shown: lowest(lossTotal) < 0 && repaired.brokeAt === null && lowest(sound) > 0,
      numbers: {
        step: firstBelow(lossTotal, 0),
        digits: digitsOf(lowest(lossTotal)),
        lossRepaired: nats(atEnd(sound)),
      },
    };
  },
};
