/** Mistakes of two terms out of balance (core/bench/mistakes/balance.ts). */
export const balance = {
  "mean-reconstruction": {
    title: "Every sample is the same",
    story:
      "A VAE on handwritten digits: reconstruction plus KL divergence, and a loss that falls smoothly from the first step. Yet reconstructions and samples show one grey smear, whatever the input. More units, more epochs and KL annealing have changed nothing.",
    question: "Why does the code say nothing?",
    option: {
      "1": "The network is too small for handwritten digits.",
      "2": "The two terms are not on one scale: one is a mean where the other is a sum.",
      "3": "The learning rate is too low, and training has not got there yet.",
      "4": "Twenty latent dimensions are too many.",
    },
    look: "The KL bars of both lanes. In one lane they grow, dimension by dimension; in the other they sink to nothing within the first hundred steps.",
    why: "The framework’s cross-entropy averages over the 784 pixels unless told otherwise; the KL is summed over the latent dimensions, as in the paper. Each line looks right on its own, and the printed loss is a handy number below 1. Together they minimise R/784 + K, which has the same minimum as R + 784·K: the KL counts 784 times what it does in the ELBO. No dimension can repay such a price. The encoder answers N(0, I) to every image, and without a code the best a decoder can do is the mean image.",
    cure: "Sum the cross-entropy over the pixels, and average over the batch alone. If the mean has to stay, give the KL the weight 1/784 as well.",
  },
  "mean-both": {
    title: "Even-handed, and still collapsed",
    story:
      "The author of this model knows that sums and means must not be mixed, and has seen to it that they are not. The loss is small and falls. The samples are one grey smear all the same.",
    question: "What was overlooked?",
    option: {
      "1": "Nothing: it only needs more epochs.",
      "2": "Without convolutions a decoder cannot draw digits.",
      "3": "Two means are taken over different numbers of things: 784 on one side, 20 on the other.",
      "4": "The prior N(0, I) is too narrow for digits.",
    },
    look: "The two sheets of samples. The tiles of one begin to differ from each other; those of the other never do.",
    why: "Both terms are averaged: one over 784 pixels, the other over 20 latent dimensions. It looks even-handed, and each line is a framework’s default. But R/784 + K/20 is, times 784, R + 39.2·K. Averaging both is not neutral: it sets β to the ratio of pixels to latent dimensions. With two dimensions β would be 392.",
    cure: "Sum over what belongs to one image, its pixels and its latent dimensions. Average over what does not, the images of a batch.",
  },
  "tiny-kl": {
    title: "Sharp copies, useless samples",
    story:
      "The reconstructions are the sharpest this model has ever given, and the printed loss is lower than in any tutorial. But z ~ N(0, I) decodes to tangles of strokes that are no digits.",
    question: "Why do the samples fail?",
    option: {
      "1": "The KL hardly counts, so that nothing keeps the codes where the prior draws.",
      "2": "The decoder has learnt the training images by heart.",
      "3": "They do not: samples of a VAE are always that much worse than its reconstructions.",
      "4": "z has too few dimensions to hold a digit.",
    },
    look: "Reconstructions and samples of both lanes. In one lane the two are much alike in quality; in the other they part.",
    why: "The KL is weighed by 0.00025, a factor copied from code whose reconstruction is a mean over all values of an image. There it makes up for that mean. Here the reconstruction is a sum, and the KL all but vanishes. The encoder may now set codes far apart and make each of them very narrow, which helps reconstruction; the prior draws elsewhere, where no code lies and the decoder was never asked. The loss is lower because a term is missing from it. The −ELBO, in which the KL counts once, is far higher.",
    cure: "Where both terms are sums, β = 1 makes the loss the −ELBO. Compare runs by their −ELBO, never by losses that weigh their terms differently.",
  },
  "beta-too-large": {
    title: "Soft pictures",
    story:
      "Every reconstruction is a soft cloud: a 0 can be told from a 1, and little else. The encoded points fill the prior neatly, the samples are as good as the reconstructions, and the loss has settled.",
    question: "What makes the pictures so soft?",
    option: {
      "1": "Cross-entropy always blurs.",
      "2": "The decoder has too few units.",
      "3": "There are too few latent dimensions.",
      "4": "The KL counts too much: the code may say too little about the image.",
    },
    look: "Reconstructions of the same test images in both lanes, and what their codes carry: the KL curve.",
    why: "β multiplies the KL. Values above 1 are tried for tidier, more independent codes (Higgins et al., 2017); here it is 10. The KL is what the code says about the image, in nats, and at β = 10 every nat must save ten nats of reconstruction to be worth its price. Only the broadest strokes do. What the code cannot say the decoder has to average over, and an average of digits is a blur.",
    cure: "Bring β back to 1; or raise it slowly from there, and stop while reconstructions still tell one image from another. Compare by the −ELBO, in which the KL counts once.",
  },
} as const;

const collapsed = {
  shown:
    "Lane A collapsed: KL {{kl}} nats, {{active}} of {{latent}} units active, samples vary {{diversity}} against {{diversityRepaired}}. Its reconstructions cost {{reconstruction}} nats, about what the mean image costs ({{meanImage}} on the training images). Lane B keeps {{activeRepaired}} units and {{klRepaired}} nats, and reconstructs at {{reconstructionRepaired}}.",
  notShown:
    "This run does not show it: lane A has a KL of {{kl}} nats and {{active}} of {{latent}} active units, lane B {{klRepaired}} nats and {{activeRepaired}}; samples vary {{diversity}} in A and {{diversityRepaired}} in B.",
} as const;

export const balanceVerdicts = {
  "mean-reconstruction": collapsed,
  "mean-both": collapsed,
  "tiny-kl": {
    shown:
      "Lane A’s encoded points lie {{reach}} from the origin in each dimension (root mean square) where the prior draws at 1; lane B’s, {{reachRepaired}}. It reconstructs at {{reconstruction}} nats against {{reconstructionRepaired}}, with codes of {{kl}} nats against {{klRepaired}}. Its −ELBO is {{elbo}}, lane B’s {{elboRepaired}}.",
    notShown:
      "This run does not show it: encoded points lie {{reach}} from the origin in lane A and {{reachRepaired}} in lane B, where the prior draws at 1; the −ELBO is {{elbo}} and {{elboRepaired}} nats.",
  },
  "beta-too-large": {
    shown:
      "Lane A’s code carries {{kl}} nats, lane B’s {{klRepaired}}. It reconstructs at {{reconstruction}} nats, against {{reconstructionRepaired}} in lane B and {{meanImage}} for the mean image. The −ELBO is {{elbo}} against {{elboRepaired}}.",
    notShown:
      "This run does not show it: the code carries {{kl}} nats in lane A and {{klRepaired}} in lane B, the reconstruction costs {{reconstruction}} and {{reconstructionRepaired}}, and the −ELBO is {{elbo}} and {{elboRepaired}}.",
  },
} as const;
