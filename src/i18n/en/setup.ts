/** Texts of the Experiment column: presets, data, the drawn model, loss, optimiser, restart bar. */
export const setup = {
  title: "Experiment",
  undo: "Undo",
  redo: "Redo",
  live: "applies at once",
  restartNeeded: "waits for a restart",
  ours: "ours",
  default: "default {{value}}",
  allowed: "allowed: {{range}}",
  paper: "Paper",
  formula: "Formula",
  about: "About {{field}}",
  preset: {
    label: "Preset",
    help: "A ready experiment to start from.",
    changed: "changed",
    source: "Chosen by us, not by the source: {{fields}}.",
    comma: ", ",
    oursTitle: "Which values are ours",
    again: "Load it again",
  },
  deviations: {
    perImage:
      "The source adds up the loss of a whole batch; here it is the mean over the batch, in nats per image.",
    stableLogits:
      "The source takes logarithms of a clamped sigmoid; here the loss is computed from the logits, which is the same and never overflows.",
  },
  presets: {
    "mnist-dense-2": {
      name: "Digits, two dimensions",
      story:
        "Handwritten digits squeezed into two numbers, so that the whole latent space fits on the plane.",
    },
    "mnist-dense-20": {
      name: "Digits, 20 dimensions",
      story:
        "The classic tutorial model with 20 latent dimensions: sharper digits, and a plane that is only a slice.",
    },
    "fashion-dense-20": {
      name: "Fashion, 20 dimensions",
      story:
        "Clothes instead of digits, after a public tutorial whose text asks for 20 latent dimensions.",
    },
    "fashion-dense-10": {
      name: "Fashion, 10 dimensions",
      story: "The same tutorial as its code has it: 10 latent dimensions where the text says 20.",
    },
    "faces-conv": {
      name: "Faces, convolutional",
      story:
        "Drawn colour faces and a small convolutional model: slower steps, and features one can name.",
    },
  },
  data: {
    title: "Data",
    count: "{{shown}} of {{all}} here",
    counts: "{{train}} to train on, {{test}} held out",
    source: "Source",
    thumbnails: "Ten test images of {{name}}",
    limitAll: "all",
    waiting: "The list of data sets has not arrived yet.",
  },
  model: {
    title: "Model",
    image: "image",
    reconstruction: "reconstruction",
    mean: "μ",
    logVariance: "log σ²",
    epsilon: "ε ~ N(0, 1)",
    latent: "z",
    latentLabel: "z, {{count}} dimensions",
    encoder: "encoder",
    decoder: "decoder",
    output: "{{units}} logits → sigmoid",
    mirror: "Mirror the decoder",
    mirrorHelp: "Every edit of the encoder is made to the decoder too, in reverse.",
    block: "{{side}} block {{index}}: {{kind}} {{numbers}}, {{activation}}",
    blockHelp:
      "Enter opens it, Delete removes it, Alt with an arrow key moves it; or drag it up and down.",
    add: "Add a block to the {{side}} after position {{index}}",
    added: "Block added to the {{side}}.",
    removed: "Block removed.",
    moved: "Block moved to position {{index}} of {{count}}.",
    up: "Move up",
    down: "Move down",
    remove: "Remove",
    done: "Done",
    edit: "Edit {{name}}",
    parameters: "parameters",
    memory: "memory",
    flops: "FLOPs a step",
    costHelp:
      "Memory holds weights, gradients, two Adam moments and one batch of activations. FLOPs are forward and backward, for one batch.",
    kinds: {
      dense: "Dense",
      denseToMap: "Dense to map",
      conv: "Conv",
      convTranspose: "Transposed conv",
    },
    shortKinds: { dense: "Dense", denseToMap: "Map", conv: "Conv", convTranspose: "ConvT" },
    activations: {
      relu: "ReLU",
      leakyRelu: "LeakyReLU",
      elu: "ELU",
      tanh: "tanh",
      silu: "SiLU",
      linear: "linear",
    },
    parts: {
      kind: { label: "Kind", help: "What the block does to what comes in." },
      units: {
        label: "Units",
        help: "Outputs of the layer: more can tell more apart, and cost more.",
      },
      filters: {
        label: "Filters",
        help: "Patterns looked for at every place: channels of the output.",
      },
      kernel: { label: "Kernel", help: "Side of the square each filter sees." },
      stride: {
        label: "Stride",
        help: "Step between places: 2 halves each side in an encoder, doubles it in a decoder.",
      },
      height: { label: "Height", help: "Rows of the map." },
      width: { label: "Width", help: "Columns of the map." },
      channels: { label: "Channels", help: "Values at each place of the map." },
      activation: {
        label: "Activation",
        help: "The bend after the weighted sum; without one, layers merge into a single linear one.",
      },
    },
  },
  loss: {
    title: "Objective",
    reconstruction: "reconstruction",
    kl: "KL divergence",
    formula: "Loss = reconstruction + β × KL divergence",
    likelihood: "Bernoulli likelihood on logits, summed over pixels",
    klHelp: "What the code says beyond the prior: how far each posterior lies from N(0, 1).",
  },
  training: { title: "Optimisation" },
  newSeed: "Draw a new seed",
  fields: {
    data: {
      set: { label: "Data set", help: "The images the model learns to redraw." },
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
      weightInit: {
        label: "Initial weights",
        help: "The spread of the random weights that training starts from.",
      },
    },
    objective: {
      beta: {
        label: "KL weight β",
        help: "Higher makes codes simpler and pictures blurrier; 0 leaves an autoencoder with noise.",
      },
    },
    optimizer: {
      kind: { label: "Optimiser", help: "How a gradient becomes a change of the weights." },
      learningRate: {
        label: "Learning rate",
        help: "Size of each step: too high and the loss jumps, too low and nothing seems to happen.",
      },
      epsilon: {
        label: "Adam ε",
        help: "Keeps a division finite when gradients vanish; it has nothing to do with the noise ε.",
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
      seed: {
        label: "Seed",
        help: "Fixes the start, the order of the images and the noise: the same seed, the same run.",
      },
    },
  },
  options: {
    weightInit: { glorot: "Glorot uniform", he: "He normal", pytorch: "PyTorch uniform" },
    kind: { adam: "Adam" },
    lastBatch: { keep: "keep", drop: "drop" },
  },
  units: { images: "images", epochs: "epochs", pixels: "px", dimensions: "dim." },
  needsNumber: "{{field}} must be a number: {{range}}.",
  shape: {
    "vector-before-convolution":
      "A convolution needs a map, and the layer before it gives a vector of {{units}}.",
    "output-size":
      "The decoder ends at a {{map}} map, which cannot grow to the image’s {{image}} by whole steps.",
  },
  restart: {
    label: "Changes that wait for a restart",
    count_one: "{{count}} change",
    count_other: "{{count}} changes",
    colon: ": ",
    separator: "; ",
    go: "Restart with these",
    discard: "Discard",
    more: "and {{count}} more",
    added: "+ {{block}}",
    removed: "− {{block}}",
    all: "all",
  },
  rail: { label: "The model in miniature: open the experiment" },
} as const;
