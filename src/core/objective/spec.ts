/**
 * What is minimised, as a person writes it down: how a pixel is scored, what is added up or averaged,
 * and how the code is held to the prior. The defaults of fields.ts are the ELBO of Kingma & Welling,
 * 2014; everything else is a deviation that the page marks (deviations.ts).
 */

export const likelihoods = ["bernoulli", "gaussian"] as const;
export type Likelihood = (typeof likelihoods)[number];

/**
 * Spread of a Gaussian pixel. "mse": the bare squared error Σ(x − x̂)², which is the likelihood at
 * σ² = ½ without its constant. "fixed": −log N(x; x̂, σ²) at `noiseSigma`. "learnt": one σ for all
 * pixels, a parameter of the model that starts at `noiseSigma` (Rybkin et al., 2021).
 */
export const noiseModels = ["mse", "fixed", "learnt"] as const;
export type NoiseModel = (typeof noiseModels)[number];

/**
 * Where the logistic sigmoid sits. "output": the network ends in it. "loss": the network gives
 * logits l and the loss takes logarithms of sigmoid(l). "stable": max(l, 0) − l·x + log(1 + e^−|l|)
 * on logits. "twice": the network ends in it and the loss applies it again, a common mistake: no
 * pixel leaves [0.50, 0.73]. With a Gaussian, "output" squashes the mean and the others leave it
 * linear.
 */
export const sigmoidPlaces = ["output", "loss", "stable", "twice"] as const;
export type SigmoidPlace = (typeof sigmoidPlaces)[number];

/**
 * What keeps log 0 away where logarithms of p are taken. "additive": log(ε₀ + p) and
 * log(ε₀ + 1 − p) read left to right, in which single precision loses ε₀; "additiveLast":
 * log(ε₀ + (1 − p)); "clip": p in [ε₀, 1 − ε₀] (Keras); "clampLog": each logarithm at least −100
 * (PyTorch). Idle in the stable form.
 */
export const guards = ["none", "additive", "additiveLast", "clip", "clampLog"] as const;
export type Guard = (typeof guards)[number];

/**
 * How the network's output o becomes a picture. "sigmoid": p, the probability (or mean) the loss
 * means. "autoscaled": o and the originals in one figure from their common minimum to maximum.
 * "clamped": o cut to [0, 1]. "sigmoidTwice": sigmoid(p).
 */
export const displays = ["sigmoid", "autoscaled", "clamped", "sigmoidTwice"] as const;
export type Display = (typeof displays)[number];

/** Over pixels, then the mean over the batch; "batchSum": one sum over pixels and batch. */
export const reconstructionReductions = ["sum", "mean", "batchSum"] as const;
export type ReconstructionReduction = (typeof reconstructionReductions)[number];

/** Over latent dimensions, then the mean over the batch; "batchSum": one sum over both. */
export const klReductions = ["sum", "mean", "batchSum"] as const;
export type KlReduction = (typeof klReductions)[number];

/** β over the steps: all at once; 0 → β in a line, or in an S; 0 → β again and again (Fu et al., 2019). */
export const annealings = ["constant", "linear", "sigmoid", "cyclical"] as const;
export type Annealing = (typeof annealings)[number];

/** σ from the head λ; the KL term reads λ as log σ² either way. */
export const sigmaForms = ["exp(λ/2)", "exp(λ)"] as const;
export type SigmaForm = (typeof sigmaForms)[number];

export interface ObjectiveSpec {
  readonly likelihood: Likelihood;
  /** Of a Gaussian; idle with Bernoulli pixels. */
  readonly noise: NoiseModel;
  /** σ of a fixed Gaussian pixel, start of a learnt one; in units of the pixel. */
  readonly noiseSigma: number;
  readonly sigmoid: SigmoidPlace;
  readonly guard: Guard;
  /** ε₀ of the additive guards, δ of the clip. */
  readonly guardEpsilon: number;
  readonly display: Display;
  readonly reconstructionReduction: ReconstructionReduction;
  readonly klReduction: KlReduction;
  /** True: ½(μ² + e^λ − 1 − λ). False: without the ½. */
  readonly klHalf: boolean;
  /** Weight of the KL term as written (Higgins et al., 2017). */
  readonly beta: number;
  readonly annealing: Annealing;
  /** Steps of the ramp; of one cycle, whose first half is the ramp, for "cyclical". */
  readonly annealingSteps: number;
  /** Nats a dimension may cost, on the mean over the batch, before it is charged (Kingma et al., 2016). */
  readonly freeBits: number;
  readonly sigma: SigmaForm;
  /** False: z = μ and no KL term, an autoencoder. */
  readonly sampling: boolean;
}
