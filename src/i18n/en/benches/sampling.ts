/** Mistakes about where z comes from (core/bench/mistakes/sampling.ts). */
export const sampling = {
  "noise-image": {
    title: "The samples look alike",
    story:
      "To see what the model can invent, its author sent a hundred images of Gaussian noise through it and looked at what came out. The pictures are faint and resemble one another, and the model was judged a failure.",
    question: "What do these pictures say about the model?",
    option: {
      "1": "It has collapsed: its code says nothing.",
      "2": "It needs more latent dimensions.",
      "3": "Little: they were not drawn from the prior.",
      "4": "Its encoder was trained on too few images.",
    },
    look: "The two sheets of samples. How far do the tiles of each differ from one another, and how many kinds of digit are there?",
    why: "A VAE generates by drawing z from the prior N(0, I) and decoding it; the encoder takes no part. Here images of noise were encoded, and z drawn from what the encoder answered. That is tempting: the model takes images, and noise is where randomness comes from. But the encoder has never seen such an image, and what it answers is no draw from the prior. All noise images have nearly the same statistics, so their codes crowd into one region of the latent space, and what is decoded there is fainter and less varied than the data.",
    cure: "Draw z ~ N(0, I) and decode it. No setting needs to change, only where z comes from: both lanes hold the same model.",
  },
  "sigma-exp": {
    title: "A loss to be proud of",
    story:
      "A published variant reports a loss clearly lower than one’s own, with the same layers, data and optimiser, and its pictures are no worse. Its author takes it for the better model.",
    question: "Where does the lower loss come from?",
    option: {
      "1": "From luck: another seed would undo it.",
      "2": "From more dimensions in use.",
      "3": "From a better optimum of the same ELBO.",
      "4": "From a KL that is not that of the distribution which is sampled.",
    },
    look: "The totals of both lanes, and at the end the −ELBO of the distribution that is really sampled. Is the order the same?",
    why: "The head λ stands for log σ², and the KL, −½ Σ (1 + λ − μ² − exp λ), reads it so. The line that samples has σ = exp(λ) where exp(λ/2) belongs: an easy slip, since other code calls the same head log σ. What is sampled then has the variance exp(2λ), and what is charged is the KL of variance exp(λ). At λ = −2 the model samples with σ = 0.14 and pays as if it were 0.37. Its codes are sharper than what it pays for. The loss is lower, and is no upper bound on −log p(x) any more.",
    cure: "σ = exp(λ/2). Or let the head stand for log σ everywhere, in the KL too.",
  },
  "no-sampling": {
    title: "Good copies, holes in between",
    story:
      "With two latent dimensions the whole space lies on the plane. This model copies digits as well as any, but z ~ N(0, I) gives few clean digits, and on the way from one class to the next the pictures fall apart.",
    question: "Why are there holes in the plane?",
    option: {
      "1": "Two dimensions are too few.",
      "2": "Nothing asked the codes to lie where the prior draws, or the decoder to fill the space between them.",
      "3": "There were too few training images.",
      "4": "The decoder has too few units.",
    },
    look: "The plane: where the encoded points lie against the rings of the prior, and what is decoded between them.",
    why: "Without sampling and without KL this is an autoencoder: z = μ, and the loss is the reconstruction alone. Leaving out the noise looks like a gain. But the code of an image is then one point, and the decoder is asked about those points only; the encoder spreads them as far as it likes, for codes far apart are easier to tell apart. Sampling makes each image answer for a small cloud around its code, and the KL holds the clouds together under N(0, I). Without either, a draw from N(0, I) has no reason to land where the decoder has learnt anything.",
    cure: "Sample z = μ + σ·ε and charge for the KL. Where only reconstruction matters an autoencoder will do; then do not sample from it.",
  },
} as const;

export const samplingVerdicts = {
  "noise-image": {
    shown:
      "Both lanes hold the same model. Its samples vary {{noise}} when they are made from noise images, and {{prior}} when z is drawn from the prior: {{percent}} % of the variety is left.",
    notShown:
      "This run does not show it: samples vary {{noise}} from noise images and {{prior}} from the prior.",
  },
  "sigma-exp": {
    shown:
      "Lane A’s loss is {{loss}} nats, lane B’s {{lossRepaired}}. But lane A’s −ELBO is {{elbo}}, lane B’s {{elboRepaired}}: lane A is charged {{charged}} nats for a code that costs {{kl}}.",
    notShown:
      "This run does not show it: the loss is {{loss}} nats in lane A and {{lossRepaired}} in lane B, the −ELBO {{elbo}} and {{elboRepaired}}.",
  },
  "no-sampling": {
    shown:
      "Lane A’s encoded points lie {{reach}} from the origin in each dimension (root mean square) where the prior draws at 1; lane B’s, {{reachRepaired}}. Both reconstruct, at {{reconstruction}} and {{reconstructionRepaired}} nats, but in lane A much of the space that was learnt lies beyond what the prior draws.",
    notShown:
      "This run does not show it: encoded points lie {{reach}} from the origin in lane A and {{reachRepaired}} in lane B, where the prior draws at 1.",
  },
} as const;
