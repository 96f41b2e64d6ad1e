/**
 * The runs that show whether a demonstration demonstrates: one model (784-400-20, ReLU, PyTorch's
 * start, Adam at 1e-3, batches of 128, one seed), three epochs of MNIST, one thing changed at a
 * time. What is expected comes from independent runs; nothing here is tuned to it.
 */
import type { Experiment } from "./measure.ts";

export interface Row extends Experiment {
  readonly name: string;
  readonly expected: {
    /** Nats; of the distribution sampled, and as the loss reads it where that differs. */
    readonly kl?: number;
    readonly writtenKl?: number;
    readonly activeUnits?: number;
    /** Mean over pixels of the s.d. across 1,000 decoded prior samples. */
    readonly diversity?: number;
    /** The same from noise images, encoded. */
    readonly noiseDiversity?: number;
    readonly diverges?: true;
  };
  /** What to know when comparing. */
  readonly note?: string;
}

const mean = "mean";

export const rows: readonly Row[] = [
  {
    name: "as it should be",
    patch: {},
    expected: { kl: 24.3, activeUnits: 20, diversity: 0.136, noiseDiversity: 0.052 },
  },
  {
    name: "mean squared error + summed KL (S1's loss)",
    patch: {
      objective: { likelihood: "gaussian", sigmoid: "output", reconstructionReduction: mean },
    },
    expected: { kl: 0, activeUnits: 0, diversity: 0.013 },
  },
  {
    name: "mean cross-entropy + summed KL",
    patch: { objective: { reconstructionReduction: mean } },
    expected: { kl: 0, activeUnits: 0, diversity: 0.012 },
  },
  {
    name: "mean over pixels and mean over latents",
    patch: { objective: { reconstructionReduction: mean, klReduction: mean } },
    expected: { kl: 0.01, activeUnits: 0 },
  },
  {
    name: "σ = exp(λ) (S2's line)",
    patch: { objective: { sigma: "exp(λ)" } },
    expected: { kl: 34, writtenKl: 16.7, activeUnits: 20, diversity: 0.15 },
  },
  {
    name: "cross-entropy on sigmoid(output) with ε₀ (S5 A)",
    patch: { objective: { sigmoid: "output", guard: "additive", guardEpsilon: 1e-10 } },
    expected: { kl: 24.4, activeUnits: 20, diversity: 0.136 },
  },
  {
    name: "sigmoid applied twice in the loss",
    patch: { objective: { sigmoid: "twice" } },
    expected: { kl: 0.24, activeUnits: 11, diversity: 0.006 },
    drawsRaw: true,
    note: "hangs on the seed: KL 0.17 to 0.51 and 6 to 20 active units over seeds 1 to 3",
  },
  {
    name: "autoencoder",
    patch: { objective: { sampling: false } },
    expected: { activeUnits: 20, diversity: 0.076 },
  },
  {
    name: "KL with the wrong sign",
    patch: { objective: { beta: -1 } },
    expected: { diverges: true },
  },
];

export const epochs = 3;
