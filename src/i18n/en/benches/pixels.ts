/** Mistakes about pixels (core/bench/mistakes/pixels.ts). */
export const pixels = {
  "no-sigmoid-at-display": {
    title: "Grey pictures, sound loss",
    story:
      "The loss falls as it should and ends where a good model’s does. The pictures are grey ghosts, and even the originals drawn beside them look pale. Its author doubts the decoder and wants to train for longer.",
    question: "What is wrong with the model?",
    option: {
      "1": "The decoder has not been trained for long enough.",
      "2": "The KL blurs what it draws.",
      "3": "The pixels should have been binarised.",
      "4": "Nothing: what is drawn is not what the loss means.",
    },
    look: "The curves of both lanes first, then their reconstructions of the same images.",
    why: "The network gives logits and the loss squashes them itself, which is the sound way to write it. The pictures were drawn from the raw outputs, in one figure that scales itself from the smallest value in it to the largest. Logits run from well below −10 to about 6, so that the originals, between 0 and 1, share a narrow pale band with every doubtful pixel, and the background, at logits about −10, comes out as grey. A plotting function that scales by itself hides that the sigmoid is missing.",
    cure: "Apply the sigmoid to the logits before they are drawn, and fix the range of the figure to [0, 1]. Nothing needs to be trained again.",
  },
  "sigmoid-twice": {
    title: "Nothing darker than grey",
    story:
      "Every picture is grey from edge to edge, a hint of a digit at best, with no black and no white. The loss came down at first and then stayed, far above anything in the literature. The data have been checked: they lie in [0, 1].",
    question: "Why does no pixel become black?",
    option: {
      "1": "The sigmoid is applied twice.",
      "2": "The data should be standardised.",
      "3": "The KL is too strong.",
      "4": "The learning rate is too high.",
    },
    look: "The background of the reconstructions in both lanes, and the level at which the reconstruction curve comes to rest. A model that answers ½ everywhere costs 543 nats.",
    why: "The network ends in a sigmoid, and the loss, made for logits, applies its own. Each is found in good code; the mistake is to join them, and nothing warns of it. The first sigmoid gives numbers from 0 to 1, and the sigmoid of those lies between 0.5 and 0.73. A black pixel then costs at least ln 2 = 0.69 nats, and most of the 784 pixels are black: the loss cannot fall far below 784·ln 2 = 543.",
    cure: "Keep one of the two. Either the network ends in logits and the loss squashes them, which is also the stable form, or it ends in a sigmoid and the loss takes probabilities.",
  },
  standardised: {
    title: "A loss below zero",
    story:
      "The loss falls below zero within a few steps and into the millions soon after. Its author had hoped for a small loss, but not for this one.",
    question: "How can a cross-entropy become negative?",
    option: {
      "1": "The KL has the wrong sign.",
      "2": "The pixels that the loss is given do not lie in [0, 1].",
      "3": "A logarithm overflows.",
      "4": "The optimiser’s momentum carries it past the minimum.",
    },
    look: "The total: where it crosses zero, and whether it ever comes to rest. Then its two terms: which of them falls?",
    why: "Subtracting 0.1307 and dividing by 0.3081 is good practice for classifiers. For a Bernoulli likelihood it is not: −x·log p − (1 − x)·log(1 − p) is a cross-entropy only for x in [0, 1]. A white pixel becomes x = 2.8, so 1 − x = −1.8, and the second term pays the model for bringing p as near to 1 as it can. A black one becomes x = −0.42, and the first term pays for p near 0. Neither payment has an end: the loss has no minimum.",
    cure: "Leave the pixels in [0, 1], or binarise them. If they must be standardised, take a Gaussian likelihood, whose minimum exists for any x.",
  },
} as const;

export const pixelsVerdicts = {
  "no-sigmoid-at-display": {
    shown:
      "Both lanes hold the same model: −ELBO {{elbo}} and {{elboRepaired}} nats. Lane A draws raw outputs from {{low}} to {{high}}, so that the mean pixel is {{brightness}} where the originals have {{original}}. Lane B, drawn through the sigmoid, has {{brightnessRepaired}}.",
    notShown:
      "This run does not show it: the mean pixel is {{brightness}} in lane A and {{brightnessRepaired}} in lane B where the originals have {{original}}; the −ELBO is {{elbo}} and {{elboRepaired}} nats.",
  },
  "sigmoid-twice": {
    shown:
      "No pixel of lane A leaves [{{low}}, {{high}}]; lane B’s run from {{lowRepaired}} to {{highRepaired}}. The reconstruction costs {{reconstruction}} nats in lane A and {{reconstructionRepaired}} in lane B.",
    notShown:
      "This run does not show it: pixels run from {{low}} to {{high}} in lane A and from {{lowRepaired}} to {{highRepaired}} in lane B.",
  },
  standardised: {
    shown:
      "Lane A’s loss fell below zero at step {{step}} and reached a negative number of {{digits}} digits. Lane B’s stayed positive and stands at {{lossRepaired}} nats.",
    notShown:
      "This run does not show it: the two losses did not part at zero. Lane B’s stands at {{lossRepaired}} nats.",
  },
} as const;
