/** Names of the packaged sets' classes, by set: as the sets themselves have them, for others to translate. */
export const classNames = {
  fashion: {
    "T-shirt": "T-shirt",
    Trouser: "Trouser",
    Pullover: "Pullover",
    Dress: "Dress",
    Coat: "Coat",
    Sandal: "Sandal",
    Shirt: "Shirt",
    Sneaker: "Sneaker",
    Bag: "Bag",
    "Ankle boot": "Ankle boot",
  },
  faces: {
    "short flat": "short flat",
    "short curly": "short curly",
    sides: "sides",
    bob: "bob",
    bun: "bun",
    "long straight": "long straight",
    afro: "afro",
    "big hair": "big hair",
    turban: "turban",
    "winter hat": "winter hat",
  },
} as const;
