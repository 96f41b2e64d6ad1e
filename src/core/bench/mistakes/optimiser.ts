/** Steps too long for the landscape they are taken in. */
import type { Mistake } from "#/core/bench/mistake.ts";
import { clearlyWorse } from "#/core/bench/mistakes/balance.ts";
import { figuresOf, highest, nats } from "#/core/bench/mistakes/measures.ts";
import { evaluated, lane, steps } from "#/core/bench/mistakes/setups.ts";

/** Of the nats of the mean image: a reconstruction above this tells hardly one image from another. */
const meanImageShare = 0.9;

export const rateTooHigh: Mistake = {
  id: "rate-too-high",
  faulty: lane({ optimizer: { learningRate: 0.1 } }),
  repaired: lane(),
  steps,
  evaluated,
  control: "optimizer.learningRate",
  look: "curves",
  options: { count: 4, right: 1 },
  verdict({ faulty, repaired }) {
    const [f, r] = [figuresOf(faulty), figuresOf(repaired)];
    const stuck =
      f.reconstruction > meanImageShare * faulty.meanImageNats &&
      f.negativeElbo > r.negativeElbo + clearlyWorse;
    return {
      shown: (faulty.brokeAt !== null || stuck) && repaired.brokeAt === null,
      numbers: {
        peak: nats(highest(faulty.curve.lossTotal)),
        start: nats(faulty.curve.lossTotal[0] ?? Number.NaN),
        reconstruction: nats(f.reconstruction),
        reconstructionRepaired: nats(r.reconstruction),
        elbo: nats(f.negativeElbo),
        elboRepaired: nats(r.negativeElbo),
        meanImage: nats(faulty.meanImageNats),
        active: f.active,
        latent: f.latent,
      },
    };
  },
};
