/** Texts of the Experiment column: presets, data, the drawn model, loss, optimiser, restart bar. */
import { choices } from "#/i18n/en/setup/choices.ts";
import { fields } from "#/i18n/en/setup/fields.ts";
import { notes } from "#/i18n/en/setup/notes.ts";
import { objective } from "#/i18n/en/setup/objective.ts";
import { preflight } from "#/i18n/en/setup/preflight.ts";
import { presets, systems } from "#/i18n/en/setup/presets.ts";

export const setup = {
  ...notes,
  choices,
  fields,
  objective,
  preflight,
  presets,
  systems,
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
    none: "Every value but the seed is the source’s.",
    more: "What to look for",
    oursTitle: "Which values are ours",
    again: "Load it again",
    toRepaired: "Compare with the repaired one",
    toWritten: "Back to it as written",
    mends: "What it mends",
    lighter: "lighter variant",
  },
  data: {
    title: "Data",
    count: "{{shown}} of {{all}} here",
    counts: "{{train}} to train on, {{test}} held out",
    source: "Source",
    thumbnails: "Ten test images of {{name}}",
    limitAll: "all",
    waiting: "The list of data sets has not arrived yet.",
    tooMany: "There are {{total}} images to train on: take at most as many.",
    credits: {
      mnist:
        "Yann LeCun, Corinna Cortes and Christopher J. C. Burges; digits from NIST · No licence was stated by the authors; free use is customary, redistributions name CC BY-SA 3.0",
      fashion:
        "Han Xiao, Kashif Rasul and Roland Vollgraf (Zalando Research) · MIT, © 2017 Zalando SE",
      faces:
        "Avataaars by Pablo Stanley, drawn with DiceBear (Florian Körner) · Design: free for personal and commercial use. Drawing code: MIT",
    },
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
    output: {
      sigmoid: "{{units}} → sigmoid",
      logits: "{{units}} logits",
      linear: "{{units}}, linear",
    },
    label: "label y",
    labelJoins: "the label joins here, {{count}} entries",
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
    paddings: { same: "same", valid: "valid" },
    short: { batchNorm: "BN", dropout: "drop {{rate}}" },
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
      padding: {
        label: "Padding",
        help: "With zeros at the rim a side only shrinks by the stride; without, only whole windows count and the rim is lost.",
      },
      batchNorm: {
        label: "Batch norm",
        help: "Brings each unit to mean 0 and variance 1 over the batch before its activation: steadier training, and images of a batch that know of one another.",
      },
      batchNormMomentum: {
        label: "BN momentum",
        help: "How slowly the running mean and variance follow; they stand in for the batch when a picture is decoded.",
      },
      batchNormEpsilon: {
        label: "BN ε",
        help: "Added to the variance before the root.",
      },
      dropout: {
        label: "Dropout",
        help: "Share of the outputs set to 0 in training, others at each step; 0 is without. Pictures are decoded with all of them.",
      },
    },
  },
  newSeed: "Draw a new seed",
  units: {
    images: "images",
    epochs: "epochs",
    pixels: "px",
    dimensions: "dim.",
    steps: "steps",
    nats: "nats",
    checks: "checks",
  },
  needsNumber: "{{field}} must be a number: {{range}}.",
  shape: {
    "vector-before-convolution":
      "A convolution needs a map, and the layer before it gives a vector of {{units}}.",
    "output-size":
      "The decoder ends at a {{map}} map, which cannot grow to the image’s {{image}} by whole steps.",
    "kernel-too-large":
      "A {{kernel}}×{{kernel}} kernel without padding does not fit into a {{map}} map.",
    offer: "Use images of {{offer}}",
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
