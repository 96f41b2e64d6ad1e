/** What the page remarks on: unwise combinations, deviations from the ELBO, fields that do nothing. */
export const notes = {
  severity: { mistake: "Mistake", caution: "Caution", note: "Note" },
  advice: {
    gaussianGuard: "A Gaussian takes no logarithm of a probability: the guard does nothing.",
    gaussianUnsquashed:
      "Without a sigmoid in the output the mean may leave [0, 1]; what lies outside is cut off in the picture.",
    stableGuard: "The stable form never meets log 0: the guard does nothing.",
    unguardedLog:
      "One pixel that is certain and wrong makes the loss infinite, and training stops there.",
    vanishingGuard:
      "1 + ε₀ is 1 in single precision: for confident pixels this guard is not there.",
    sigmoidTwice:
      "Applied twice, it lets no pixel leave [0.50, 0.73]: a good picture earns nothing, and everything turns grey.",
    standardisedBernoulli:
      "Standardised pixels leave [0, 1], so the cross-entropy has no floor: the loss falls for ever while the pictures get worse. Allowed, to be seen.",
    greyLikelihood:
      "With grey pixels the nats of a Bernoulli likelihood do not compare with the literature; with binarised ones they do.",
    displayMisleads:
      "The picture is not what the loss means. Judge the model by the display “as the loss means it”.",
    meanAgainstSum:
      "The reconstruction is divided by {{pixels}} pixel values, the KL by nothing: in effect β is {{effectiveBeta}}. The code empties and all samples look alike.",
    batchSumOnce:
      "One term is summed over the batch and the other is not: the balance hangs on the batch size, in effect β is {{effectiveBeta}}.",
    sigmaReadTwice:
      "z is drawn with σ = exp(λ) while the KL charges for exp(λ/2): the loss comes out lower, and is no bound any more.",
    patienceUnused: "Without validation patience has nothing to go by: training runs to its end.",
    restoreUnused: "With patience 0 training runs to its end, and its last weights stay.",
    lastBatchOfOne:
      "The last batch of an epoch would hold one image, which batch normalisation turns into zeros.",
  },
  deviations: {
    title: "Not the ELBO",
    same: "The ELBO, written another way",
    none: "This is the ELBO: what is minimised bounds −log p(x) from above.",
    effects: {
      bound: "no bound any more",
      weight: "another weight of the KL",
      units: "other units, same minimum",
      digits: "rounding alone",
    },
    noSampling: "No sampling and no KL: an autoencoder.",
    sigmaExp: "z is drawn with σ = exp(λ), not exp(λ/2).",
    sigmoidTwice: "The sigmoid is applied twice.",
    squaredError: "Squared error without the constant of its Gaussian.",
    reconstructionMean: "The reconstruction is averaged over pixels.",
    reconstructionBatchSum: "The reconstruction is summed over the batch.",
    klMean: "The KL is averaged over dimensions.",
    klBatchSum: "The KL is summed over the batch.",
    klWithoutHalf: "The KL lacks its ½.",
    beta: "β is not 1.",
    annealing: "β changes while training runs.",
    freeBits: "Some nats of every dimension are free.",
    guard: "Logarithms are guarded.",
    open: "{{sentence}} Show the setting.",
  },
  effective: {
    label: "effective β",
    equation: "effective β = {{value}}",
    help: "What the combination of β, sums, means and ½ amounts to: in nats per image the loss is reconstruction + {{value}} × KL. The ELBO has 1.",
    annealed: "once annealing has ended",
  },
  idle: "Does nothing while “{{field}}” is “{{choice}}”.",
  on: "on",
  off: "off",
} as const;
