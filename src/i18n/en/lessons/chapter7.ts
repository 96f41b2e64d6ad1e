/** Chapter 7: where the sigmoid goes. */
export const chapter7 = {
  steps: {
    threePlaces: {
      title: "One function, three places",
      text: "A Bernoulli likelihood needs a probability for each pixel; a network gives a real number, the logit l. The sigmoid stands between them. It can end the decoder (A), begin the loss (B), or be merged with the logarithm (C).\n\nThree lanes: same seed, same batches, same noise.",
    },
    rawIsNotProbability: {
      title: "A logit is not a probability",
      text: "The decoder of lane B ends in logits, and its program draws them as they are, scaled to the range they happen to have. Lane A draws probabilities. Compare the originals in both strips as well: originals and reconstructions share one scale.",
    },
    logOfZero: {
      title: "The logarithm of zero",
      text: "If a pixel is 0 and the decoder is sure that it is 1, the loss is −log(1 − sigmoid(l)). In single precision the sigmoid is exactly 1 from about l = 17 on, and the logarithm of 0 is −∞. A guard, log(ε₀ + 1 − x̂), avoids the infinity and flattens the loss where the error is greatest. The stable form needs no guard.\n\nSet the target and the logit, and read loss and gradient in real single precision.",
    },
    notTwice: {
      title: "Not twice",
      text: "A sigmoid in the output and another in the loss is a fault, and it runs without complaint. The second one sees only numbers between 0 and 1, and gives only values between 0.50 and 0.73.\n\nThe sigmoid bench takes these lanes further, with histograms of the raw outputs.",
    },
  },
  questions: {
    willTheyDiffer: {
      ask: "Will the three learn differently?",
      answer:
        "In exact arithmetic not at all: it is one function written three ways, with one gradient. In single precision they differ by rounding, which training magnifies a little. The table under the pictures gives the figures of this run; where one stands apart, it is the guard that changed its gradient.",
    },
    greyPictures: {
      ask: "Lane B’s pictures are grey. Is its model the worse?",
      answer:
        "No: the same terms, the same model. Its pictures are made of something other than what the loss means. On the scale of the logits the 0 and 1 of the originals lie close together, so they turn grey. Apply the sigmoid before drawing, and B looks like A.",
    },
    whereItBreaks: {
      ask: "Which form still has a useful gradient where the pixel is confidently wrong?",
      answer:
        "The stable one: its gradient is sigmoid(l) − x for every l, here close to 1. Written (ε₀ + 1) − x̂, the sum loses ε₀ = 10⁻¹⁰ to rounding and nothing is guarded: +∞ and NaN. Grouped as ε₀ + (1 − x̂) it stays finite at 23.03 nats, without a gradient: the pixel that is most wrong is no longer corrected.",
    },
    narrowBand: {
      ask: "How would one recognise it without reading the program?",
      answer:
        "The loss cannot fall to where it should: with every pixel at 0.50 or above, each empty one costs at least −log 0.5 = 0.69 nats, as before any training. And drawn as the loss means it, every picture is grey.",
    },
  },
  goals: {
    trainForms: "Train all three for five epochs.",
    confidentAndWrong: "Set the target to ½ or less and the logit to 17 or more.",
  },
} as const;
