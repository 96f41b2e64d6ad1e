/** Chapter 5: reconstruct against regularise, and what blur is. */
export const chapter5 = {
  steps: {
    twoWishes: {
      title: "Two wishes",
      text: "Reconstruction wants z to say everything about the image; the KL wants it to say nothing. β sets the rate of exchange. At β = 1 the loss is the bound on −log p(x); elsewhere it is not.\n\nThree lanes train together on the same batches and noise, with β = 0.1, 1 and 10.",
    },
    threePlanes: {
      title: "Three maps",
      text: "The same test images on three planes. With a small β the points spread and their ellipses are tiny; with a large one they crowd into the middle of the prior, and each ellipse covers much of it.\n\nClick a point: the same image is then pinned in all three.",
    },
    threeSamples: {
      title: "Three sheets",
      text: "The same hundred z from N(0, I), three decoders. Draw new z, and judge by many samples rather than by the best one.",
    },
    whatBlurIs: {
      title: "What blur is",
      text: "The decoder gives for each pixel the probability that it is ink, and the large picture shows these means. Where several images share a z, the best answer is their mean: a stroke that lies here in half of them and there in the other half becomes two grey strokes.\n\nWalk from one class into another and watch the border. Compare mean, sample and standard deviation under the picture.",
    },
    turnBeta: {
      title: "Turn β while it runs",
      text: "β is one of the settings that a running model takes up at once. Train, raise β to 4 or more, and watch the plane and the two curves; then lower it again. Each change leaves a flag on the chart.",
    },
  },
  questions: {
    whichTermWins: {
      ask: "Before you look: which lane has the lowest reconstruction, which the lowest KL, and which the lowest sum at β = 1?",
      answer:
        "One expects the first, the last, and the middle one. Each lane minimises its own sum: the first buys reconstruction with KL at a tenth of its price, the last gives up strokes to save it. The table under the pictures gives the figures of this run on held-out images, all three counted at β = 1.",
    },
    whereAreTheEllipses: {
      ask: "In which lane might a dimension carry nothing at all, and how does one tell?",
      answer:
        "In the last. Where a dimension costs more than it saves, the encoder says μ = 0 and σ = 1 for every image: its KL is zero, the variance of its μ is zero, and the decoder ignores it. Such a dimension is called inactive. When all are, the posterior has collapsed and every sample is the mean image.",
    },
    sharpButWrong: {
      ask: "The first lane reconstructs best. Are its samples the best too?",
      answer:
        "Seldom. Its codes spread beyond the prior, so draws from N(0, I) fall on a part of its map, or between codes where nothing was asked of the decoder. The last lane’s samples are safe and alike. Good samples need q(z) near p(z) and a z that says something.",
    },
    isBlurAFault: {
      ask: "Is blur the decoder’s failure to draw edges?",
      answer:
        "No: inside a class it draws sharp ones. Blur is uncertainty about where the edge lies, given z, shown as a mean. A sample of the pixels is not blurred but speckled, for p(x|z) takes pixels as independent given z and cannot say “all of this stroke or all of that one”. More information in z, or a likelihood with dependent pixels, would mend it; sharpening the picture would only hide it.",
    },
    whichMovesFirst: {
      ask: "Which term answers first, and does the model find its way back?",
      answer:
        "The KL: μ and log σ² are directly in its grasp, and it falls within a few dozen steps. The reconstruction worsens as the codes lose detail. Lower β again and the KL rises more slowly, for the decoder must learn anew what to do with the detail. From a complete collapse the way back may be long: a decoder that ignores z gives the encoder no gradient.",
    },
  },
  goals: {
    trainThree: "Train all three for five epochs.",
    pinInThree: "Click a point.",
    sampleThree: "Draw new z.",
    walkToABorder: "Walk a distance of 1 or more with the handle.",
    betaAboveFour: "Raise β to 4 or more and train on.",
  },
} as const;
