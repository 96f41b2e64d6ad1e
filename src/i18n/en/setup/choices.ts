/** The options of every choice: what each is called, and what it does, shown once it is chosen. */
export const choices = {
  data: {
    pixels: {
      grey: { name: "unchanged", does: "Values as stored, between 0 and 1." },
      threshold: {
        name: "thresholded",
        does: "1 above one half, else 0: hard edges, the same in every epoch.",
      },
      binarise: {
        name: "binarised afresh",
        does: "Every batch draws each pixel anew, 1 with the chance of its grey value. On such images −ELBO and IWAE compare with the literature.",
      },
      standardise: {
        name: "standardised",
        does: "(x − 0.1307) / 0.3081: pixels from −0.42 to 2.82, as classifiers like them.",
      },
    },
    size: {
      stored: { name: "as stored", does: "No resampling." },
      "28": { name: "28 × 28", does: "Area-averaged or interpolated to 28 × 28; halves twice." },
      "32": {
        name: "32 × 32",
        does: "Area-averaged or interpolated to 32 × 32; halves five times.",
      },
      "64": {
        name: "64 × 64",
        does: "Four times the pixels of 32 × 32, and about four times the work.",
      },
    },
    crop: {
      centre: { name: "centre square", does: "The largest square in the middle; edges are lost." },
      fit: { name: "whole image", does: "All of it, with black above and below or at the sides." },
    },
  },
  model: {
    condition: {
      none: { name: "none", does: "z must say everything, the class included." },
      label: {
        name: "label",
        does: "The label as a one-hot vector joins the image at the encoder and z at the decoder.",
      },
    },
    weightInit: {
      glorot: {
        name: "Glorot uniform",
        does: "As Keras starts: even in ±√(6/(in + out)), biases 0.",
      },
      he: { name: "He normal", does: "Wider, made for ReLU: s.d. √(2/in), biases 0." },
      pytorch: {
        name: "PyTorch uniform",
        does: "As PyTorch starts: weights and biases even in ±1/√in.",
      },
    },
  },
  objective: {
    likelihood: {
      bernoulli: {
        name: "Bernoulli",
        does: "A pixel is the chance of ink. Certain and wrong costs without bound, so edges turn out crisp.",
      },
      gaussian: {
        name: "Gaussian",
        does: "A pixel is a value with even noise around it. Errors cost their square: forgiving, and blurrier.",
      },
    },
    noise: {
      mse: {
        name: "squared error",
        does: "Σ (x − x̂)², that is σ² = ½ without its constant: a very tolerant pixel, hence a strong KL.",
      },
      fixed: { name: "fixed σ", does: "The full Gaussian at the σ below." },
      learnt: {
        name: "learnt σ",
        does: "One σ for all pixels, learnt with the rest: it finds the balance by itself.",
      },
    },
    sigmoid: {
      output: {
        name: "in the output",
        does: "The network ends in it; the loss takes logarithms of what it gives.",
      },
      loss: {
        name: "in the loss",
        does: "The network gives logits; the loss squashes them, then takes logarithms. A picture of raw logits is not a picture.",
      },
      stable: {
        name: "stable form",
        does: "The same loss written on logits so that nothing overflows: right everywhere.",
      },
      twice: {
        name: "twice",
        does: "In the output and again in the loss: no pixel leaves [0.50, 0.73], and the model gives up.",
      },
    },
    guard: {
      none: { name: "none", does: "log 0 is −∞: one certain, wrong pixel ends the run." },
      additive: {
        name: "ε₀ + 1 − p",
        does: "ε₀ is added first and lost beside 1: on one side the loss still becomes infinite.",
      },
      additiveLast: {
        name: "ε₀ + (1 − p)",
        does: "Added last, it survives: the loss flattens at −log ε₀, with no gradient left.",
      },
      clip: {
        name: "clip p",
        does: "p stays within [ε₀, 1 − ε₀], as Keras does it; outside the gradient is 0.",
      },
      clampLog: {
        name: "clamp log",
        does: "Each logarithm is at least −100, as PyTorch does it.",
      },
    },
    display: {
      sigmoid: {
        name: "as the loss means it",
        does: "The probability, or the mean, of each pixel.",
      },
      autoscaled: {
        name: "autoscaled",
        does: "Raw output and originals share one scale from minimum to maximum: logits push the originals into a pale band.",
      },
      clamped: {
        name: "clamped",
        does: "Raw output cut to [0, 1]: logits look hard, almost binary.",
      },
      sigmoidTwice: {
        name: "sigmoid twice",
        does: "Squashed once too often: everything turns grey.",
      },
    },
    reconstructionReduction: {
      sum: { name: "sum", does: "As the ELBO has it: nats per image." },
      mean: {
        name: "mean",
        does: "Divided by the number of pixels: the KL weighs that much more.",
      },
      batchSum: {
        name: "batch sum",
        does: "Every image of the batch added up: larger numbers, and larger gradients.",
      },
    },
    klReduction: {
      sum: { name: "sum", does: "As the ELBO has it: nats per image." },
      mean: { name: "mean", does: "Divided by the number of dimensions: a cheaper code." },
      batchSum: { name: "batch sum", does: "Every image of the batch added up." },
    },
    annealing: {
      constant: { name: "constant", does: "β from the first step on." },
      linear: { name: "linear", does: "From 0 to β in a straight line, then β." },
      sigmoid: { name: "S-shaped", does: "From 0 to β, slow at both ends, then β." },
      cyclical: {
        name: "cyclical",
        does: "From 0 to β in half a cycle, β for the other half, and again.",
      },
    },
    sigma: {
      "exp(λ/2)": { name: "exp(λ/2)", does: "Right where λ is log σ²." },
      "exp(λ)": {
        name: "exp(λ)",
        does: "Reads λ as log σ in the sample and as log σ² in the KL: noise and price no longer match.",
      },
    },
  },
  optimizer: {
    kind: {
      adam: { name: "Adam", does: "Each weight finds its own step size, with momentum." },
      rmsprop: {
        name: "RMSProp",
        does: "Each weight finds its own step size, uncorrected at the start.",
      },
      sgd: { name: "SGD", does: "One step size for all: simple, and slow here." },
    },
    schedule: {
      constant: { name: "constant", does: "The same rate throughout." },
      warmup: { name: "warm-up", does: "Rises in a line, then stays." },
      cosine: { name: "cosine", does: "Falls along half a cosine to factor × rate, then stays." },
      staircase: { name: "staircase", does: "Times the factor after every so many steps." },
      exponential: { name: "exponential", does: "The same fall without steps." },
    },
    epsilonPlacement: {
      corrected: { name: "corrected root", does: "√v̂ + ε: the paper, PyTorch." },
      uncorrected: { name: "plain root", does: "√v + ε: TensorFlow, Keras." },
    },
  },
  training: {
    lastBatch: {
      keep: { name: "keep", does: "A smaller last step in every epoch." },
      drop: { name: "drop", does: "Other images are left out in each epoch." },
    },
    validation: {
      never: { name: "never", does: "No pause between epochs." },
      epoch: {
        name: "every epoch",
        does: "A dot on the chart, and something for patience to go by.",
      },
    },
  },
} as const;
