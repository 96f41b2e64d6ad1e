/**
 * Texts of the tabs beside Explore, of the history and the class picker, and of what is said about
 * pictures that do not show the mean. They come with the first of these.
 */
import { direction } from "./tabs/direction.ts";
import { draw } from "./tabs/draw.ts";
import { landscape } from "./tabs/landscape.ts";
import { path } from "./tabs/path.ts";

export const tabs = {
  classes: {
    label: "Class to decode for",
    short: "Class",
    note: "decoded for class {{name}}; points are encoded with their own",
  },
  display: {
    autoscaled:
      "The network’s output as it is, no sigmoid: each figure is scaled to its own minimum and maximum, originals included, and drawn as stored, 1 = light.",
    clamped: "The network’s output as it is, no sigmoid, cut to 0 … 1.",
    sigmoidTwice: "The sigmoid taken twice: no pixel leaves 0.50 … 0.73.",
    gaussian: "The mean of each pixel’s Gaussian, cut to 0 … 1.",
    noteAutoscaled: "raw output, scaled to its own range",
    noteClamped: "raw output, cut to 0 … 1",
    noteSigmoidTwice: "sigmoid taken twice",
  },
  /** What the plane says about itself. */
  notes: {
    outside: "{{percent}} % outside",
    slice: "slice through the handle; dots are projections",
    scrubbed: "step {{step}}",
    backToLive: "back to live",
    weightsOf: "picture from step {{step}}",
    noLabels: "no classes: all points are ink",
    collapsed: "collapsed: no dimension tells images apart; see KL per dimension",
    noPictures: "pictures on these axes come with the next preview",
    more: "{{count}} more",
    fewer: "fewer",
  },
  seen: {
    threshold: "Originals as the network sees them: black or white at ½.",
    binarise:
      "Training sees a fresh black-or-white draw of these in every batch; here the grey values go in.",
    standardise:
      "Originals as the network sees them, (x − 0.1307)/0.3081: −0.42 … 2.82, of which a picture shows 0 … 1.",
  },
  reconstruct: {
    show: "Show",
    showTen: "ten in detail",
    showHundred: "100 training images",
    from: "Code",
    fromMean: "from μ",
    fromSample: "from a sample",
    as: "Decode as",
    asOwn: "as its own class",
    asClass: "as class {{name}}",
    which: "Images",
    everyClass: "every class",
    next: "Next ten",
    shuffle: "Shuffle",
    first: "First ten",
    original: "original",
    reconstruction: "reconstruction",
    difference: "difference",
    spread: "s.d. of {{draws}} draws",
    differenceHelp: "Reconstruction minus original: purple too little, green too much.",
    spreadHelp:
      "Standard deviation of each pixel over {{draws}} decoded draws from the posterior: full ink is 0.5.",
    pin: "{{name}}, test image {{index}}: pin it",
    loading: "The images come with the model’s first answer.",
    noneOfClass: "No encoded test image of this class is here yet.",
    hundredLabel: "100 training images beside their reconstructions",
    hundredHint: "Reconstruction left, original right: the first 100 training images.",
    hundredCell: "training image {{index}}",
    hundredCellClass: "training image {{index}}, class {{name}}",
    liveModel:
      "Made by the model as it is now: of the past only decoders are kept, no encoder. The plane shows step {{step}}.",
    autoencoder: "An autoencoder has one code an image, μ: there is nothing to draw.",
  },
  samples: {
    prior: "From the prior",
    priorHow: "z ~ N(0, I), decoded",
    noise: "From noise images",
    noiseHow: "noise → encoder → z sampled → decoder",
    noiseHowCode: "noise → encoder → μ → decoder",
    noiseLive: "live model",
    label: "100 decoded samples; Enter takes the handle to one",
    noiseLabel: "100 images decoded from encoded noise; Enter takes the handle to one",
    cell: "sample {{number}}: z = ({{numbers}})",
    cellMore: "sample {{number}}: z = ({{numbers}}, … {{more}} more)",
    cellClass: "class {{name}}, {{cell}}",
    newZ: "New z",
    save: "Save as PNG",
    savePrior: "Save the samples from the prior as PNG",
    saveNoise: "Save the samples from noise as PNG",
    waiting: "The samples come with the next picture of the model.",
    notKept: "This picture of the past was kept without samples.",
    atStep: "step {{step}}",
    hint: "The same 100 draws all run long. Click a sample to take the handle there.",
    diversity: "diversity",
    diversityHelp:
      "Sample diversity: the standard deviation of each pixel across the 100 pictures shown, averaged over pixels. 0 when all are alike; pixels as shown, from 0 to 1.",
    why: "The encoder never saw noise. It puts all of it wherever it happens to, mostly near one place: the sheet at the right shows that place, and says little about the prior.",
    whyNarrow:
      "The encoder never saw noise. It puts all of it wherever it happens to, mostly near one place: the lower sheet shows that place, and says little about the prior.",
    autoencoder:
      "An autoencoder: nothing taught its codes to look like N(0, I), so these z land where no image was ever put.",
  },
  grid: {
    label: "{{n}} by {{n}} decoded cells; Enter takes the handle to one",
    n: "Cells a side",
    p: "Tail p",
    pHint: "from Φ⁻¹(p) to Φ⁻¹(1 − p)",
    pInvalid: "p is a probability from 0.0001 to 0.49; {{kept}} was kept.",
    first: "Across",
    second: "Down",
    secondUp: "Up",
    dimension: "z, dimension {{dimension}}",
    order: "Rows grow",
    down: "rows downwards",
    up: "rows upwards",
    orderDown:
      "Image order: columns take the first dimension, growing to the right; rows the second, growing downwards. The rest stay where the handle is.",
    orderUp:
      "As on the plane: columns take the first dimension, growing to the right; rows the second, growing upwards. The rest stay where the handle is.",
    cell: "row {{row}}, column {{column}}: {{first}} across, {{second}} down",
    cellUp: "row {{row}}, column {{column}}: {{first}} across, {{second}} up",
    waiting: "The grid comes with the model’s first answer.",
    hint: "Click a cell to take the handle there.",
    save: "Save as PNG",
    averaged: "Denser than the screen: neighbouring pixels are averaged.",
  },
  history: {
    label: "History of the model",
    empty: "Each picture of the model is kept here, to be looked at again.",
    step: "step {{step}}",
    stepDraggable: "step {{step}}, can be dragged in",
    live: "live, step {{step}}",
    backToLive: "Back to live",
    replay: "Replay in 8 s",
    stopReplay: "Stop the replay",
    goOn: "Go on from here",
    goOnOpening: "Opening a lane …",
    goOnHelp:
      "Opens a new lane in Compare that goes on from here, with the state of the optimiser: from the moment nearest to this one that was kept whole.",
    goOnUnkept: "No weights were kept for this moment: go to a tall tick.",
    goOnForeign: "Only the run of this page and the lanes of Compare can go on as a lane.",
    hint: "Tall ticks keep their weights: there the handle still decodes.",
  },
  direction,
  draw,
  landscape,
  path,
} as const;
