/** Chapter 1: from autoencoder to VAE. */
export const chapter1 = {
  steps: {
    bottleneck: {
      title: "A bottleneck of two numbers",
      text: "An autoencoder is two networks trained as one. The encoder maps an image of 784 pixels to a code z; the decoder maps z back to 784 pixels. The loss compares the result with the original, and nothing else. Here z is two numbers.\n\nTrain it and watch the strip: ten test images, and below them what the decoder makes of their codes. The network never learns from these images, and two numbers are all the decoder is told about each.",
    },
    codes: {
      title: "Where the codes lie",
      text: "Each point is a test image, placed at its code and coloured by its class; under the points the plane is filled with what the decoder makes of each z. The loss says nothing about where codes should lie, so the encoder puts them where it likes: often far outside the frame (the arrowheads on its rim), in arms with gaps between them.\n\nCarry the handle away from the points. The decoder answers everywhere, for it is a function of z; it was trained only where codes were.",
    },
    cloud: {
      title: "A code becomes a distribution",
      text: "The encoder of a VAE gives two numbers for each dimension: a mean μ and the logarithm of a variance σ². The decoder is not given μ but a draw z from N(μ, σ²), a new one for each image at each step. Whichever z it is handed, it has to rebuild the image, so the whole cloud must decode to much the same picture.\n\nTrain, then click a point. Its ellipses are one and two standard deviations of its posterior q(z|x), at true size.",
    },
    twoTerms: {
      title: "Two terms",
      text: "The loss is the negative ELBO, an upper bound on −log p(x), in nats per image. Its first term asks that the image can be rebuilt from z. Its second, the KL divergence of q(z|x) from the prior N(0, I), asks that z say as little as possible. Without the second, σ would shrink towards nothing and the autoencoder would be back.\n\nThe chart shows both terms, the bars how many nats each dimension carries.",
    },
    sideBySide: {
      title: "The same z, two decoders",
      text: "Both decoders draw the same hundred z from N(0, I). Data, networks, seed and batches are equal; the lanes differ in sampling and the KL term alone.\n\nTrain both, and draw new z a few times.",
    },
  },
  questions: {
    whatIsLost: {
      ask: "Which digits are confused first, and what have they in common?",
      answer:
        "Those that differ in few pixels: 4 and 9, or 3, 5 and 8. The loss counts pixels, not classes. Images with much ink in common get neighbouring codes, and where two numbers do not suffice to tell them apart the decoder draws their mean.",
    },
    whereToDraw: {
      ask: "You want a new digit from this decoder. Which z do you give it?",
      answer:
        "The model does not say. No distribution over z was part of the loss, so a z drawn from N(0, I), or from any other distribution, meets the codes by accident only. An autoencoder compresses; it is not a model of p(x).",
    },
    whyOverlap: {
      ask: "The decoder must tell images apart. Why do clouds of neighbouring images overlap all the same?",
      answer:
        "Overlap costs reconstruction: where two clouds meet, the decoder draws a compromise. Narrow clouds cost KL: a small σ is far from the prior. The sum is least where clouds just begin to touch, and images that look alike can overlap at little cost.",
    },
    klRises: {
      ask: "The KL rises while the model learns. Is that a fault?",
      answer:
        "No. At first the codes carry nothing and the KL is near zero. The KL is the price of what z says about x, and the model pays it as long as a nat of KL saves more than a nat of reconstruction. What has to fall is the sum.",
    },
    lowerIsNotBetter: {
      ask: "The autoencoder reaches the lower reconstruction. Why is it not the better model?",
      answer:
        "It solves an easier problem: it may use z with any precision and owes nothing for it. The VAE’s bound includes what z costs. And only one of the two gives images a probability at all: p(x) = ∫ p(x|z) p(z) dz needs a prior that the decoder was trained on.",
    },
  },
  goals: {
    trainAutoencoder: "Train for five epochs.",
    leaveTheCodes: "Bring a coordinate of the handle to 2.5 or beyond.",
    pinAPoint: "Train for five epochs, then click a point on the plane.",
    klAboveOne: "Train until the KL exceeds 1 nat.",
    drawSamples: "Train both for five epochs and draw new z.",
  },
} as const;
