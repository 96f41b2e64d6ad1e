/** Slow motion: one batch crosses the model. */
export const slow = {
  title: "Slow motion",
  intro:
    "Step {{step}}: {{count}} images cross the model together; the numbers are those of one of them.",
  phase: "{{index}} of 7 · {{name}}",
  phases: {
    image: {
      name: "x",
      text: "The batch goes in. The images are those of the very next training step.",
    },
    posterior: {
      name: "μ, σ",
      text: "The encoder gives a mean and a log-variance for each dimension; σ = exp(λ/2).",
    },
    noise: {
      name: "ε",
      text: "Noise from N(0, 1), a number for each image and dimension: a function of seed and step alone.",
    },
    latent: { name: "z", text: "z = μ + σε." },
    output: {
      name: "x̂",
      text: "The decoder turns z into the mean of every pixel.",
    },
    terms: {
      name: "two terms",
      text: "What the image costs: the reconstruction, and the KL of each dimension. The loss is the mean over the batch.",
    },
    gradient: {
      name: "gradient",
      text: "The loss sends its gradient back. The bars are its length in each layer, on one scale, for the whole batch.",
    },
  },
  play: "Play",
  pause: "Pause",
  back: "Phase back",
  forward: "Phase on",
  nextStep: "Next step",
  nextStepHelp: "Takes this training step and brings up the batch after it",
  image: "Image {{index}} of {{count}}",
  otherImage: "Another image",
  close: "Close slow motion",
  more_one: "and {{count}} more dimension",
  more_other: "and {{count}} more dimensions",
  reconstruction: "reconstruction",
  kl: "KL",
  sum: "loss of this batch",
  nats: "{{nats}} nats",
  dimension: "j",
  waiting: "The batch is being fetched.",
  running: "The run trains at full speed; paused, its next step can be looked at slowly.",
  stopped: "The run has stopped; once it is reset, its next step can be looked at.",
  inference:
    "Batch normalisation and dropout act in training only; μ, σ and x̂ are shown without them.",
  layer: "{{name}}: gradient {{norm}}",
  drawing: "The model, from image to reconstruction",
} as const;
