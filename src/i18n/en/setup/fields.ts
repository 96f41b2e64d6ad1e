/** What each field of the experiment is called, and what it does to the picture, in one sentence. */
export const fields = {
  data: {
    set: { label: "Data set", help: "The images the model learns to redraw." },
    pixels: {
      label: "Pixels",
      help: "What the network is given of each grey value. It decides which numbers may be compared with which.",
    },
    size: {
      label: "Image size",
      help: "Side the images are resampled to: more pixels show more and cost more, and a convolution needs sides it can halve.",
    },
    crop: { label: "Crop", help: "How an image that is no square becomes one." },
    trainLimit: {
      label: "Train on the first",
      help: "Fewer images download faster and overfit sooner; the full number means all of them.",
    },
  },
  model: {
    encoder: { label: "Encoder", help: "Turns an image into the mean and variance of its code." },
    decoder: { label: "Decoder", help: "Turns a code back into an image." },
    latent: {
      label: "Latent dimensions",
      help: "How many numbers make a picture: two can be seen whole, more can say more.",
    },
    condition: {
      label: "Condition",
      help: "Tells encoder and decoder the label: z need not say which class it is, and you choose it yourself.",
    },
    weightInit: {
      label: "Initial weights",
      help: "The spread of the random weights that training starts from.",
    },
  },
  objective: {
    likelihood: {
      label: "Likelihood",
      help: "What a pixel is taken to be, and so how dearly a wrong one is paid for.",
    },
    noise: {
      label: "Pixel noise",
      help: "How far a pixel may stray from its mean before it counts as wrong.",
    },
    noiseSigma: {
      label: "σ of a pixel",
      help: "Smaller wants every pixel exact, and so weighs reconstruction more against the KL: sharper pictures, less order in the code.",
    },
    sigmoid: {
      label: "Sigmoid",
      help: "Where the network’s number becomes a probability. Three places say the same; applied twice it greys every picture.",
    },
    guard: {
      label: "Guard of the logarithm",
      help: "What keeps log 0 away when a pixel is certain and wrong. It matters where the gradient is steepest.",
    },
    guardEpsilon: {
      label: "Guard ε₀",
      help: "Size of the guard. Single precision loses anything below 6e-8 beside 1.",
    },
    display: {
      label: "Display",
      help: "How the network’s output becomes the picture you see. It changes no weight, only what you believe.",
    },
    reconstructionReduction: {
      label: "Reconstruction over pixels",
      help: "Adding counts every pixel; averaging divides the whole term by their number and lets the KL win.",
    },
    klReduction: {
      label: "KL over dimensions",
      help: "Adding counts every dimension; averaging divides the price of the code by their number.",
    },
    klHalf: {
      label: "The ½ of the KL",
      help: "Stands in front of the closed form. Without it the code is charged twice.",
    },
    beta: {
      label: "KL weight β",
      help: "Higher makes codes simpler and pictures blurrier; 0 leaves an autoencoder with noise. Below 0 the sign is wrong, and the loss has no floor.",
    },
    annealing: {
      label: "Annealing of β",
      help: "Lets β grow while training runs: first the pictures, then order among the codes.",
    },
    annealingSteps: {
      label: "Annealing steps",
      help: "Length of the ramp; of one whole cycle where it starts again.",
    },
    freeBits: {
      label: "Free bits",
      help: "Nats each dimension may say before the KL charges for it: keeps dimensions from being switched off.",
    },
    sigma: {
      label: "σ from λ",
      help: "How the head λ becomes the spread of a code. The KL reads λ as log σ² either way.",
    },
    sampling: {
      label: "Sample z",
      help: "Off, z is the mean and there is no KL: an autoencoder, which redraws best and invents worst.",
    },
  },
  optimizer: {
    kind: { label: "Optimiser", help: "How a gradient becomes a change of the weights." },
    learningRate: {
      label: "Learning rate",
      help: "Size of each step: too high and the loss jumps, too low and nothing seems to happen.",
    },
    schedule: {
      label: "Rate schedule",
      help: "How the learning rate changes over the run: large steps find the place, small ones settle in it.",
    },
    scheduleSteps: {
      label: "Schedule steps",
      help: "Length of the warm-up, of the fall, or of one stage.",
    },
    scheduleFactor: {
      label: "Schedule factor",
      help: "What the rate falls to, or is multiplied by at each stage.",
    },
    epsilon: {
      label: "Optimiser ε",
      help: "Keeps a division finite when gradients vanish; it has nothing to do with the noise ε.",
    },
    epsilonPlacement: {
      label: "Place of ε",
      help: "Two conventions of the same algorithm. They differ in the first steps, and wherever gradients are tiny.",
    },
    decay: {
      label: "Decay of squares",
      help: "How long the sizes of past gradients are remembered: longer is calmer and slower to adapt.",
    },
    momentum: {
      label: "Momentum",
      help: "How long the direction of past gradients is kept: more smooths the path and overshoots further.",
    },
    clip: {
      label: "Gradient clip",
      help: "A longer gradient is shortened to this; 0 never shortens. Tames single wild batches.",
    },
  },
  training: {
    batch: {
      label: "Batch",
      help: "Images averaged in one step: larger is smoother, and fewer steps an epoch.",
    },
    epochs: { label: "Epochs", help: "How often training goes through all images." },
    lastBatch: {
      label: "Last partial batch",
      help: "What to do with the images left over when the batch does not divide the set.",
    },
    validation: {
      label: "Validation",
      help: "Scores held-out images after every epoch, in the units of the loss. Nothing is learnt from them.",
    },
    patience: {
      label: "Patience",
      help: "Validations in a row without a better one after which training ends; 0 goes on to the end.",
    },
    restoreBest: {
      label: "Restore the best",
      help: "When patience ends training, go back to the weights that validated best; off keeps the last.",
    },
    seed: {
      label: "Seed",
      help: "Fixes the start, the order of the images and the noise: the same seed, the same run.",
    },
  },
} as const;
