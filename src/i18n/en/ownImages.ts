/** Words of the dialog that takes a person's own images in. Comes with the side columns. */
export const ownImages = {
  button: "Own images…",
  title: "Your own images",
  card: "Your own images, kept in this browser alone",
  drop: {
    label: "Drop a folder, a zip, images or IDX files here",
    formats: "JPEG, PNG, WebP, GIF, BMP; zip; IDX, packed with gzip or not.",
    stays: "They stay in this browser. Nothing is uploaded.",
    files: "Choose files…",
    folder: "Choose a folder…",
    looking: "Looking through {{files}} files",
    gathering: "Opening folders",
  },
  found: {
    images_one: "One image",
    images_other: "{{images}} images",
    classes_one: "no classes",
    classes_other: "{{classes}} classes: {{names}}",
    one: "{{name}} ({{images}})",
    between: ", ",
    more: "and {{more}} more",
    tooManyClasses:
      "{{folders}} folders are more classes than the 256 that a label tells apart, so these images have none.",
    again: "Choose others",
  },
  preview: {
    title: "As the network will see them",
    image: "Image {{number}}, class {{name}}",
    plain: "Image {{number}}",
    none: "None of the first images could be read.",
  },
  options: {
    size: "Side",
    sizes: { "28": "28 px", "32": "32 px", "64": "64 px" },
    crop: "Shape",
    centre: "Centre crop",
    fit: "Fit whole",
    colour: "Colour",
    grey: "Grey",
    coloured: "Colour",
    background: "Margins and transparent parts",
    black: "Black",
    white: "White",
    name: "Name",
    defaultName: "My images",
  },
  start_one: "Import one image",
  start_other: "Import {{images}} images",
  importing: "{{done}} of {{total}} images",
  importingSkipped: "{{done}} of {{total}} images, {{skipped}} skipped",
  stop: "Stop",
  stopped: "Stopped. Nothing was kept.",
  done: {
    kept: "“{{name}}” is kept: {{train}} images to train on, {{test}} to test on.",
    use: "Train on it now",
    batch: "The batch goes from {{from}} to {{to}}, for there are no more images.",
    celeba: "Load celeba-conv with this set",
    refused: "The layers as they are cannot take these images. {{reason}}",
    colourOnly: "For celeba-conv, import again in colour with a side of 32 px.",
    another: "Import more",
  },
  skipped: {
    title_one: "One file was skipped",
    title_other: "{{files}} files were skipped",
    more: "and {{more}} more",
    reasons: {
      "not-an-image": "no image that can be read here",
      unreadable: "cannot be read: broken, or not what its name says",
      empty: "empty",
      "too-many-pixels":
        "{{width}} × {{height}} pixels: sides up to {{most}} and 40 million pixels are taken",
      "too-many-bytes": "{{megabytes}} MB: files up to {{most}} MB are taken",
      encrypted: "encrypted: unpack it with its password first",
      "packed-otherwise": "packed in a way that is not read here: unpack it first",
      expands: "unfolds to more than its archive says",
      "unsafe-path": "its path leaves the archive",
      archive: "an archive of another kind, or inside another: unpack it first",
    },
  },
  problems: {
    "nothing-found":
      "There is no image among these files. Drop JPEG, PNG, WebP, GIF or BMP images, a folder or a zip of them, or IDX files.",
    "too-many-files": "{{files}} images are more than the {{most}} that fit. Take a part of them.",
    "too-few-images":
      "Only {{readable}} could be read, {{skipped}} were skipped. A set needs {{least}} at least: one to train on and one to test on.",
    "set-too-large":
      "{{images}} images of this size need more memory than a page has; {{most}} fit. Take a smaller side, grey, or a part of them.",
    "zip-broken": "{{file}} is broken or not a zip. Nothing was taken from it.",
    "zip-bomb":
      "{{file}} claims to unfold to {{gigabytes}} GB, as archives made to fill a disk do. It was not opened.",
    "gzip-broken": "{{file}} is no whole gzip. Nothing was taken from it.",
    "gzip-too-large":
      "{{file}} unfolds to more than {{megabytes}} MB. Unpack it and drop what is in it.",
    "idx-kind":
      "{{file}} is an IDX file of another kind ({{sizes}}). Bytes are read: images × height × width, with × 3 for colour, or labels.",
    "idx-length":
      "{{file}} should hold {{expected}} bytes by its header and holds {{found}}. It is cut off or not what it says.",
    "idx-labels":
      "{{file}} holds {{images}} images, and there are {{labels}} labels. They must be as many.",
    "storage-denied":
      "This browser keeps nothing for this page, so images cannot be imported. Leave private browsing, or allow storage for this page.",
    "storage-full":
      "There is no room left in this browser’s storage. Nothing was kept; remove a set or take fewer or smaller images.",
    "not-supported": "This browser cannot decode images off the page. A newer version can.",
    "worker-crashed":
      "The import stopped unexpectedly, perhaps for want of memory. Nothing was kept; take fewer images.",
    unexpected: "Something went wrong that should not: {{detail}}. Nothing was kept.",
  },
  sets: {
    title: "Kept in this browser",
    about: "{{train}} + {{test}} images, {{size}} × {{size}}, {{colour}}, {{megabytes}} MB",
    grey: "grey",
    coloured: "colour",
    rename: "Rename “{{name}}”",
    renameAction: "Rename",
    save: "Save",
    keepName: "Cancel",
    remove: "Remove “{{name}}”",
    removeAction: "Remove",
    sure: "Remove “{{name}}” for good?",
    sureInUse:
      "“{{name}}” is in use. The run goes on until another set is taken or the page is opened again; then it is gone.",
    confirm: "Remove",
    keep: "Keep",
    leaving: "“{{name}}” is removed. It stays in use until another set is taken.",
  },
} as const;
