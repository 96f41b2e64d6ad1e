/** What may differ between two faces: each factor's values, with the drawing options they stand for. */

export const side = 32;

/** Colours as the designer named them. */
const skin = {
  pale: "ffdbb4",
  light: "edb98a",
  brown: "d08b5b",
  "dark brown": "ae5d29",
  black: "614335",
};
const hair = {
  black: "2c1b18",
  brown: "724133",
  auburn: "a55728",
  blonde: "d6b370",
  red: "c93305",
  silver: "e8e1e1",
  pink: "f59797",
};
const cloth = {
  black: "262e33",
  blue: "5199e4",
  grey: "929598",
  green: "a7ffc4",
  red: "ff5c5c",
  white: "ffffff",
};

/** @param {Record<string, string>} named @param {(value: string) => object} options */
const values = (named, options) =>
  Object.entries(named).map(([name, value]) => ({ name, options: options(value) }));

/** The first factor is the class: what covers the head. */
export const faceFactors = [
  {
    id: "head",
    values: values(
      {
        "short flat": "shortFlat",
        "short curly": "shortCurly",
        sides: "sides",
        bob: "bob",
        bun: "bun",
        "long straight": "straight01",
        afro: "fro",
        "big hair": "bigHair",
        turban: "turban",
        "winter hat": "winterHat02",
      },
      (top) => ({ top: [top], topProbability: 100 }),
    ),
  },
  {
    id: "hairColour",
    values: values(hair, (c) => ({ hairColor: [c], hatColor: [c], facialHairColor: [c] })),
  },
  { id: "skin", values: values(skin, (c) => ({ skinColor: [c] })) },
  {
    id: "glasses",
    values: [
      { name: "none", options: { accessoriesProbability: 0 } },
      ...values({ round: "round", sunglasses: "sunglasses" }, (a) => ({
        accessories: [a],
        accessoriesColor: ["262e33"],
        accessoriesProbability: 100,
      })),
    ],
  },
  {
    id: "beard",
    values: [
      { name: "none", options: { facialHairProbability: 0 } },
      ...values({ beard: "beardMedium", moustache: "moustacheMagnum" }, (f) => ({
        facialHair: [f],
        facialHairProbability: 100,
      })),
    ],
  },
  {
    id: "eyes",
    values: values(
      { open: "default", happy: "happy", closed: "closed", surprised: "surprised" },
      (e) => ({ eyes: [e] }),
    ),
  },
  {
    id: "mouth",
    values: values({ smile: "smile", serious: "serious", open: "screamOpen", sad: "sad" }, (m) => ({
      mouth: [m],
    })),
  },
  {
    id: "clothing",
    values: values(
      { hoodie: "hoodie", jumper: "shirtCrewNeck", blazer: "blazerAndShirt" },
      (c) => ({ clothing: [c] }),
    ),
  },
  { id: "clothingColour", values: values(cloth, (c) => ({ clothesColor: [c] })) },
];
