/** Chapter 2: the reparameterisation trick. */
export const chapter2 = {
  steps: {
    drawHasNoSlope: {
      title: "A draw has no slope",
      text: "Between encoder and decoder a VAE draws z from N(μ, σ²). Training needs the derivative of the loss with respect to μ and σ. But “draw a number” is no function of μ and σ that one could differentiate: do it twice with the same μ and σ, and two different numbers come out.\n\nTrain first, so that there is something to draw from.",
    },
    noiseByHand: {
      title: "Noise from outside",
      text: "Write z = μ + σε, with ε drawn from N(0, I). The distribution of z is the same as before; the randomness now comes from outside, an input like the image itself. μ and σ are what the encoder says of one test image.\n\nDraw ε by hand and follow the numbers: ε changes, μ and σ stay.",
    },
    slopes: {
      title: "Slopes through the noise",
      text: "With ε held, z is a smooth function of μ and σ: ∂z/∂μ = 1 and ∂z/∂σ = ε. Back-propagation passes the draw as it passes any layer: the gradient at z reaches μ unchanged, and σ multiplied by ε.\n\nMove μ and σ with the same ε, and see the picture follow without a jump.",
    },
    oneStepSlowly: {
      title: "One step, slowly",
      text: "A batch crosses the model in seven phases: the image, the encoder’s μ and σ, the noise, z, the reconstruction, the two terms, and the gradient on its way back. All numbers are those of the very next training step.\n\nGo through it phase by phase. “Next step” takes the step and brings up the batch after it.",
    },
    oneDrawIsEnough: {
      title: "One draw is enough",
      text: "The reconstruction term is an expectation over ε, and each image gets a single draw a step. The estimate is unbiased: its mean over draws is the true gradient. Its noise is averaged over the 128 images of a batch, and over steps, since the next visit to an image brings another ε.\n\nThe train curve shows one batch a step and is rough for that reason: other images and other noise each time.",
    },
  },
  questions: {
    whyNotJustDraw: {
      ask: "Could one not take the drawn z for a constant and go on?",
      answer:
        "Then the encoder would get no gradient from the reconstruction at all: a constant depends on neither μ nor σ. The score-function estimator, ∇E[f(z)] = E[f(z) ∇log q(z)], does work from draws alone, but its variance is so high that it needs many draws or a good baseline.",
    },
    whatStays: {
      ask: "What have the decoded images in common, and what varies?",
      answer:
        "Common is what the code settles, usually the digit and much of its form. What varies is what σ leaves open. Where the pictures hardly differ, the decoder does not mind where in the ellipse z falls: a wider σ would cost little reconstruction there, and the KL term asks for it.",
    },
    noiseZero: {
      ask: "For one image ε happens to be 0. What does log σ² learn from its reconstruction?",
      answer:
        "Nothing in this step: ∂z/∂log σ² = ½σε = 0. Only the KL pulls at it, with ½(σ² − 1). What counts is the mean over draws, E[ε ∂ℓ/∂z]: it is positive where the loss curves upwards along z, and there σ shrinks.",
    },
    whichPartsLearn: {
      ask: "Which parts of the network does the KL term train?",
      answer:
        "The encoder alone, its two heads included: the KL is a function of μ and σ, and neither depends on the decoder. The reconstruction trains both networks. Its gradient enters the encoder through z; at the heads the KL adds its own, μ and ½(σ² − 1).",
    },
    biasOrVariance: {
      ask: "What would four draws per image buy?",
      answer:
        "A gradient with less noise, for up to four times the work in the decoder. A batch four times as large costs about as much and averages over images as well, which is why one draw has become the custom. More draws matter for another end: the importance-weighted bound grows tighter with each.",
    },
  },
  goals: {
    trainAWhile: "Train for five epochs.",
    drawThree: "Draw ε three times.",
    moveWithNoiseHeld: "Move μ or σ while ε is held.",
    sevenPhases: "Reach the seventh phase.",
  },
} as const;
