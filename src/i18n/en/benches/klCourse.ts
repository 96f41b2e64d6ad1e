/** A KL or a loss that moves alarmingly (core/bench/mistakes/klCourse.ts and optimiser.ts). */
export const klCourse = {
  "wrong-sign": {
    title: "Down faster than ever",
    story:
      "The author typed the KL term from a formula. The total falls faster than in any run before and does not stop at zero, and after a few dozen steps no picture shows a digit.",
    question: "What drives the loss down?",
    option: {
      "1": "Pixels that do not lie in [0, 1].",
      "2": "A learning rate that is too high.",
      "3": "The KL: it is rewarded instead of charged.",
      "4": "A reconstruction that has become perfect.",
    },
    look: "The curves of KL and reconstruction apart: which of them runs away, and in which direction?",
    why: "The closed form has a minus in front: KL = −½ Σ (1 + λ − μ² − exp λ). Papers that maximise the ELBO print the negative KL, +½ Σ (…), and whoever adds that to a loss which is minimised rewards the divergence instead of charging for it. The KL has no upper end: μ² and exp λ grow for as long as they are paid for, exp λ exponentially, and the reconstruction drowns in it.",
    cure: "A loss is reconstruction plus KL, and a KL is never negative: print both at the first step and see. Here the wrong sign is β = −1. Set β to 1.",
  },
  "rate-too-high": {
    title: "Stuck from the start",
    story:
      "The loss leaps within the first few steps, comes down again and then lies flat for good. Every reconstruction is the same grey smear. It looks like posterior collapse, yet the loss is the plain −ELBO with β = 1.",
    question: "What went wrong?",
    option: {
      "1": "The learning rate is too high.",
      "2": "The KL is too strong after all and needs annealing.",
      "3": "The batch is too small.",
      "4": "The training images are not shuffled.",
    },
    look: "The first ten steps of the total, and the level at which the curve lies from step 100 on.",
    why: "The learning rate is 0.1. A larger one looks faster, and 0.1 is common with plain gradient descent. But Adam moves every weight by about the learning rate, however small its gradient, and the weights start at a few hundredths: the first steps throw all of them away. The encoder’s ReLUs are then negative for every image, where their gradient is zero, and never come back. Every image gets the same code, and the best a decoder can make of it is the mean image.",
    cure: "With Adam, 0.001 to 0.003 suits such a model; raise the rate over the first steps if more is wanted. Dead units do not recover: reset, then train.",
  },
  "rising-kl": {
    title: "The KL is rising",
    story:
      "After the first few steps the KL climbs. It has long since doubled and goes on climbing. Its author takes this for divergence: the KL is a penalty, and penalties should fall.",
    question: "What should be done?",
    option: {
      "1": "Lower the learning rate: the run is diverging.",
      "2": "Nothing: the code begins to say something about the image.",
      "3": "Raise β until the KL falls.",
      "4": "Stop training before the KL becomes too large.",
    },
    look: "KL and total together: while the one climbs, what does the other do? Then the −ELBO of both lanes.",
    why: "The KL is what the code says about the image, in nats. At the start that is nothing. While the model learns to use its code the KL has to rise, and every nat is well spent that saves more than a nat of reconstruction. What training lowers is the sum of the two. Lane B shows what comes of a “repair”: β = 10 holds the KL down, and with it all that the code could say.",
    cure: "There is nothing to mend. Judge by the total, or by the −ELBO on held-out images. What should alarm is a KL that rises while the total rises too, or one that stays near 0.",
  },
} as const;

export const klCourseVerdicts = {
  "wrong-sign": {
    shown:
      "Lane A’s loss fell below zero at step {{step}} and reached a negative number of {{digits}} digits; its KL is a number of {{klDigits}} digits. Lane B’s KL stands at {{klRepaired}} nats, its loss at {{lossRepaired}}.",
    notShown:
      "This run does not show it: the two losses did not part at zero. Lane B’s KL stands at {{klRepaired}} nats, its loss at {{lossRepaired}}.",
  },
  "rate-too-high": {
    shown:
      "Lane A’s loss began at {{start}} nats and leapt to {{peak}}. It ended with a reconstruction of {{reconstruction}} nats, about that of the mean image ({{meanImage}} on the training images), and {{active}} of {{latent}} units active. Its −ELBO is {{elbo}}, lane B’s {{elboRepaired}}.",
    notShown:
      "This run does not show it: lane A’s loss went no higher than {{peak}} nats, or came down from there; the −ELBO is {{elbo}} in lane A and {{elboRepaired}} in lane B.",
  },
  "rising-kl": {
    shown:
      "Lane A’s KL rose from {{klFrom}} to {{klTo}} nats while the total fell from {{totalFrom}} to {{totalTo}}: as it should. Where the KL was held down, at {{klHeld}} nats, the −ELBO is {{elboHeld}} instead of {{elbo}}.",
    notShown:
      "This run does not show it: lane A’s KL went from {{klFrom}} to {{klTo}} nats and its total from {{totalFrom}} to {{totalTo}}; the −ELBO is {{elbo}}, and {{elboHeld}} in lane B.",
  },
} as const;
