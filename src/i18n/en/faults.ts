/** What happened, what was kept and what to do, for each fault code (core/fault.ts). */
export const faults = {
  "field-invalid": {
    what: "{{field}} cannot be {{value}}.",
    kept: "The last good value stays.",
    todo: "Enter {{range}}.",
  },
  "unknown-field": {
    what: "There is no setting called “{{field}}”.",
    kept: "Nothing was changed.",
    todo: "Check its spelling; the settings are listed in the documentation.",
  },
  "unknown-preset": {
    what: "There is no preset called “{{preset}}”.",
    kept: "The experiment on screen stays.",
    todo: "Choose one from the list of presets.",
  },
  "unknown-data-set": {
    what: "There is no data set called “{{set}}” here.",
    kept: "The data set on screen stays.",
    todo: "Choose one from the list of data sets.",
  },
  "url-invalid": {
    what: "Part of this link could not be read: {{parts}}.",
    kept: "The rest of the link is in use; defaults stand in for what is missing.",
    todo: "Ask for the link again, or go on from here.",
  },
  "shape-invalid": {
    what: "These layers do not fit together: {{reason}}.",
    kept: "The last model that fits stays.",
    todo: "Change the layer, or the one before it.",
  },
  "batch-too-large": {
    what: "A batch of {{batch}} is larger than the {{images}} images there are.",
    kept: "The last good batch size stays.",
    todo: "Take a batch of at most {{images}}.",
  },
  "batch-norm-alone": {
    what: "Batch normalisation needs more than one image in a batch.",
    kept: "The last good setting stays.",
    todo: "Take a batch of at least 2, or switch batch normalisation off.",
  },
  "labels-missing": {
    what: "A conditional model needs labels, and this data set has none.",
    kept: "The last good setting stays.",
    todo: "Choose a labelled data set, or a model without labels.",
  },
  "memory-too-large": {
    what: "This model would need about {{needed}} of memory; {{limit}} is the limit here.",
    kept: "The model on screen stays and goes on.",
    todo: "Use narrower layers, a smaller batch, or fewer of both.",
  },
  "not-ready": {
    what: "The trainer is not ready yet.",
    kept: "Nothing was changed.",
    todo: "Wait a moment, then try again.",
  },
  busy: {
    what: "Training is under way.",
    kept: "It goes on.",
    todo: "Pause it first, then try again.",
  },
  cancelled: {
    what: "That was stopped before it was done.",
    kept: "Everything else stays.",
    todo: "Start it again when you want it.",
  },
  "backend-unavailable": {
    what: "No way of computing works in this browser.",
    kept: "Your settings are kept.",
    todo: "Use a recent Chrome, Edge, Firefox or Safari, and see that WebAssembly is allowed.",
  },
  "engine-kept": {
    what: "The training step could not be changed: {{reason}}.",
    kept: "The run goes on with the one it had; nothing is lost.",
    todo: "Try again, or stay with this one.",
  },
  "device-lost": {
    what: "The graphics device went away.",
    kept: "Training goes on from the last checkpoint, on {{on}}.",
    todo: "Nothing; press Train if it stands still.",
  },
  "validation-error": {
    what: "The graphics device refused a command.",
    kept: "Training goes on from the last checkpoint, on {{on}}; nothing is compiled any more.",
    todo: "Nothing; the backend report helps to mend it.",
  },
  "out-of-memory": {
    what: "The graphics device has no memory left.",
    kept: "Training goes on from the last checkpoint, on {{on}}.",
    todo: "Take a smaller batch or a smaller model to train there again.",
  },
  "worker-crashed": {
    what: "The trainer stopped unexpectedly.",
    kept: "Its last checkpoint is kept.",
    todo: "Press Train if it stands still; if this repeats, take a smaller model.",
  },
  "loss-not-finite": {
    what: "The loss is no longer a number at step {{step}}.",
    kept: "The weights of step {{keptStep}} are kept, and the curves up to there.",
    todo: "Go on from them with a lower learning rate, or reset.",
  },
  "manifest-missing": {
    what: "The list of data sets could not be read.",
    kept: "Your settings are kept.",
    todo: "Check the connection to this server, then try again.",
  },
  "chunk-missing": {
    what: "The data file {{file}} could not be fetched.",
    kept: "Training goes on with the images that are here; this run is not comparable with others.",
    todo: "Check the connection, then try again.",
  },
  "chunk-truncated": {
    what: "The data file {{file}} ends too early.",
    kept: "Training goes on with the images that are here; this run is not comparable with others.",
    todo: "Try again; if it stays so, build the data sets anew.",
  },
  "chunk-corrupt": {
    what: "The data file {{file}} does not match its checksum.",
    kept: "Training goes on with the images that are here; this run is not comparable with others.",
    todo: "Try again; if it stays so, build the data sets anew.",
  },
  offline: {
    what: "There is no network, and this data set has not been visited before.",
    kept: "The data sets visited before work without a network.",
    todo: "Choose one of those, or connect and try again.",
  },
  "storage-denied": {
    what: "This browser keeps nothing for this page.",
    kept: "All works, but a reload starts anew.",
    todo: "Keep the link from Share, or allow storage for this page.",
  },
  "checkpoint-invalid": {
    what: "The stored run could not be read.",
    kept: "Its settings are kept; training starts at step 0.",
    todo: "Press Train.",
  },
  "weights-invalid": {
    what: "These weights do not fit the model: {{reason}}.",
    kept: "The model’s own weights stay.",
    todo: "Give each tensor its name, shape and as many finite numbers.",
  },
  "lanes-full": {
    what: "There are {{count}} lanes already.",
    kept: "Nothing was changed.",
    todo: "Remove a lane first.",
  },
  "lane-data": {
    what: "This lane cannot share lane A’s images: {{reason}}.",
    kept: "Nothing was changed.",
    todo: "Give it lane A’s data set and image size.",
  },
  "lane-refused": {
    what: "Lane {{letter}} of this link was left out: it cannot share lane A’s images ({{reason}}).",
    kept: "The rest of the link is in use.",
    todo: "Add a lane with lane A’s data set and image size instead.",
  },
  "lane-left-out": {
    what: "Lane {{letter}} of this link was left out.",
    kept: "The rest of the link is in use.",
    todo: "Add a lane that fits instead.",
  },
  "lanes-beyond": {
    what: "This link has {{count}} lanes; only A to D can be open, so the others were left out ({{letters}}).",
    kept: "The rest of the link is in use.",
    todo: "Open the others from a link of their own.",
  },
  "lane-begins-anew": {
    what: "Where this link was made, lane {{letter}} went on from step {{step}} of a run. A link carries no weights, so here it starts at step 0.",
    kept: "Its settings are those of the link.",
    todo: "Train lane A to that step, then go on from there in its history.",
  },
  "images-invalid": {
    what: "These images do not fit the model: {{reason}}.",
    kept: "Nothing was changed.",
    todo: "Give row-major pixels in [0, 1], channels last.",
  },
  unexpected: {
    what: "Something went wrong that should not: {{reason}}.",
    kept: "Settings and the last checkpoint are kept.",
    todo: "Try again; the backend report helps whoever looks into it.",
  },
} as const;
