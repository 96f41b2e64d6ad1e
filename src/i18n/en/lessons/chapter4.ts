/** Chapter 4: why the prior is N(0, I). */
export const chapter4 = {
  steps: {
    allCodesTogether: {
      title: "All codes together",
      text: "Each image has a posterior q(z|x) of its own. Their average over all images is the aggregate posterior q(z): the distribution of z that the decoder is really trained on. The shading is its density on the plane; the rings are the prior’s and hold 39, 86 and 99 % of its mass.\n\nTrain, and see the one come to cover the other.",
    },
    drawFromPrior: {
      title: "Draw from the prior",
      text: "To make a new image, draw z from N(0, I) and decode it. No encoder, no data. The sheet shows a hundred such draws; their z are kept while the model trains, so that one sees the model change and not the dice.\n\nDraw new z, twice at least.",
    },
    withoutPrior: {
      title: "Without a prior",
      text: "Beside it stands the autoencoder of chapter 1: no sampling, no KL. Both decoders are given the same z.\n\nTrain both, and compare where their codes lie with where the z of the samples fall.",
    },
    uniformSquare: {
      title: "The prior as a square",
      text: "Φ, the distribution function of N(0, 1), maps each coordinate into (0, 1). In Φ(z) the prior is uniform: equal areas hold equal probability. If the aggregate posterior were the prior, the points would fill the square evenly.\n\nOpen “View” above the plane and choose Φ(z).",
    },
    whyThisOne: {
      title: "Why this one",
      text: "N(0, I) is chosen for what it makes easy. The KL of a diagonal Gaussian from it has a closed form. It is sampled with one call. It is the same in all directions, so it favours no axis. And it costs little generality: a decoder with enough capacity can turn a Gaussian into almost any distribution, by stretching and bending space in its first layers.",
    },
  },
  questions: {
    sumOfEllipses: {
      ask: "The KL term compares each q(z|x) with the prior. Why does their average come near the prior too?",
      answer:
        "Averaged over images, E[KL(q(z|x)‖p(z))] = I(x; z) + KL(q(z)‖p(z)): the information z carries about x, and the divergence of the aggregate from the prior. Neither is negative. The first is needed to rebuild images; the second is cost alone, and the model lowers it as far as its encoder can.",
    },
    whyTrustTheDecoder: {
      ask: "No image was encoded to exactly these z. Why can the decoder be trusted there?",
      answer:
        "It was trained on clouds, not on points. Where the aggregate posterior has mass, nearby z were decoded many times with an image to compare against. Where it leaves a hole in the prior, samples are as unfounded as those of an autoencoder: KL(q(z)‖p(z)) above zero means just that.",
    },
    fixAfterwards: {
      ask: "Could one fit a Gaussian to the autoencoder’s codes afterwards, and sample from that?",
      answer:
        "One can, and it helps: z then falls where the codes lie on the whole, and models in two stages build on this. But a Gaussian fits arms and gaps badly, and between codes nothing was ever asked of the decoder: nothing made neighbouring z decode to similar images. The VAE settles both at once.",
    },
    holesInTheSquare: {
      ask: "What does a bare patch of the square mean for samples?",
      answer:
        "Samples fall there as often as on any patch of its size, but codes do not: what the decoder draws there is extrapolation. A crowded patch is the converse, images that sampling makes rarer than the data has them.",
    },
    anotherPrior: {
      ask: "What would change with the prior N(5, 4I)?",
      answer:
        "Nothing of substance: z′ = 5 + 2z maps one onto the other, and the first layer of the decoder and the heads of the encoder absorb it. Location and scale of the prior are convention. Its form is not: a mixture, or a prior that is learnt, can come nearer to the aggregate posterior and waste fewer nats.",
    },
  },
  goals: {
    trainForPrior: "Train for ten epochs.",
    drawTwice: "Draw new z twice.",
    trainBoth: "Train both for five epochs.",
    lookInPhi: "Show the plane in Φ(z).",
  },
} as const;
