/** KL that moves: the wrong way for want of a minus sign, and the right way, which alarms people. */
import type { Mistake } from "#/core/bench/mistake.ts";
import {
  atEnd,
  digitsOf,
  early,
  figuresOf,
  firstBelow,
  highest,
  lowest,
  nats,
} from "#/core/bench/mistakes/measures.ts";
import { brief, briefSteps, evaluated, lane, steps } from "#/core/bench/mistakes/setups.ts";

/** Nats: no sound model of these images has a loss below 0 or codes an image in so many. */
const runawayNats = 1000;

/** Nats: more than KL wavers from batch to batch. */
const clearRise = 3;

/** Nats: more than the total wavers from batch to batch. */
const clearFall = 10;

export const wrongSign: Mistake = {
  id: "wrong-sign",
  faulty: lane({ objective: { beta: -1 }, ...brief }),
  repaired: lane(brief),
  steps: briefSteps,
  evaluated,
  control: "objective.beta",
  look: "curves",
  options: { count: 4, right: 3 },
  verdict({ faulty, repaired }) {
    const { lossTotal, kl } = faulty.curve;
    const ranAway =
      faulty.brokeAt !== null || (lowest(lossTotal) < -runawayNats && highest(kl) > runawayNats);
    return {
      shown: ranAway && repaired.brokeAt === null && lowest(repaired.curve.lossTotal) > 0,
      numbers: {
        step: firstBelow(lossTotal, 0),
        digits: digitsOf(lowest(lossTotal)),
        klDigits: digitsOf(highest(kl)),
        lossRepaired: nats(atEnd(repaired.curve.lossTotal)),
        klRepaired: nats(atEnd(repaired.curve.kl)),
      },
    };
  },
};

export const risingKl: Mistake = {
  id: "rising-kl",
  faulty: lane(),
  repaired: lane({ objective: { beta: 10 } }),
  steps,
  evaluated,
  control: null,
  look: "curves",
  options: { count: 4, right: 2 },
  verdict({ faulty, repaired }) {
    const { kl, total } = faulty.curve;
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    return {
      shown:
        atEnd(kl) > early(kl) + clearRise &&
        atEnd(total) < early(total) - clearFall &&
        f.negativeElbo < r.negativeElbo - clearFall,
      numbers: {
        klFrom: nats(early(kl)),
        klTo: nats(atEnd(kl)),
        totalFrom: nats(early(total)),
        totalTo: nats(atEnd(total)),
        elbo: nats(f.negativeElbo),
        elboHeld: nats(r.negativeElbo),
        klHeld: nats(r.kl),
      },
    };
  },
};
