/** Computes what the palette promises. Distances are CIEDE2000; contrasts are WCAG's. */
import css from "./tokens.css?raw";
import { converter, differenceCiede2000, wcagContrast, type Color } from "culori";
import { describe, expect, it } from "vitest";
import { classColour, difference, palette, type ThemeName } from "./palette.ts";

const themes: readonly ThemeName[] = ["light", "dark"];

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

const toLinear = converter("lrgb");

/** A dichromat's view of a colour: the matrix acts on linear light, clipped to what a screen shows. */
function seenThrough(m: Matrix): (colour: string) => Color {
  const clip = (x: number): number => Math.min(1, Math.max(0, x));
  return (colour) => {
    const light = toLinear(colour);
    if (light === undefined) throw new Error(`not a colour: ${colour}`);
    const { r, g, b } = light;
    return {
      mode: "lrgb",
      r: clip(m[0] * r + m[1] * g + m[2] * b),
      g: clip(m[3] * r + m[4] * g + m[5] * b),
      b: clip(m[6] * r + m[7] * g + m[8] * b),
    };
  };
}

/**
 * Machado, Oliveira & Fernandes (2009), table of severity 1.0. culori's own filters are not used:
 * they apply these matrices to gamma-coded values, where the model is defined on linear light.
 */
const sights: Readonly<Record<string, (colour: string) => Color | string>> = {
  normal: (colour) => colour,
  protan: seenThrough([
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ]),
  deutan: seenThrough([
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ]),
  tritan: seenThrough([
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ]),
};
const apart = differenceCiede2000();

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
}

/** The smallest distance of any pair in any sight, to the one decimal in which it is promised. */
function nearest(list: readonly (readonly [string, string])[]): number {
  const distances = Object.values(sights).flatMap((see) =>
    list.map(([a, b]) => apart(see(a), see(b))),
  );
  return Math.round(Math.min(...distances) * 10) / 10;
}

/** Custom properties of one `{ … }` block of tokens.css. */
function block(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [
      name ?? "",
      (value ?? "").toUpperCase(),
    ]),
  );
}

function expected(theme: ThemeName): ReadonlyMap<string, string> {
  const { lanes, classes, text2, text3, ...plain } = palette[theme];
  return new Map([
    ...Object.entries(plain),
    ["text-2", text2],
    ["text-3", text3],
    ...lanes.map((colour, i): [string, string] => [`lane-${"abcd"[i] ?? ""}`, colour]),
    ...classes.map((colour, i): [string, string] => [`class-${String(i)}`, colour]),
  ]);
}

describe("tokens.css", () => {
  it.each([
    [":root", "light"],
    [':root:not([data-theme="light"])', "dark"],
    [':root[data-theme="dark"]', "dark"],
  ] as const)("holds the palette in %s", (selector, theme) => {
    const found = block(selector);
    for (const [name, colour] of expected(theme)) expect(found.get(name), name).toBe(colour);
  });

  it("holds the ends of the signed difference", () => {
    const found = block(":root");
    expect(found.get("difference-negative")).toBe(difference.negative);
    expect(found.get("difference-positive")).toBe(difference.positive);
  });
});

describe.each(themes)("%s", (theme) => {
  const { page, surface, plane, lanes, classes, ...rest } = palette[theme];
  const grounds = [page, surface, plane];
  const contrast = (colour: string): number =>
    Math.min(...grounds.map((ground) => wcagContrast(colour, ground)));
  const classOf = (digit: number): string => classColour(theme, digit);
  const among = (...digits: number[]): [string, string][] => pairs(digits.map(classOf));

  it("keeps words readable and borders visible", () => {
    for (const ink of [
      rest.text,
      rest.text2,
      rest.text3,
      rest.danger,
      rest.reconstruction,
      rest.kl,
    ]) {
      expect(contrast(ink)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(rest.edge)).toBeGreaterThanOrEqual(3);
  });

  it("keeps classes and lanes visible on every ground", () => {
    for (const colour of [...classes, ...lanes]) expect(contrast(colour)).toBeGreaterThanOrEqual(3);
  });

  it("keeps any two classes apart in every sight", () => {
    expect(nearest(pairs(classes))).toBeGreaterThanOrEqual(10.5);
  });

  it("keeps classes away from the two accents", () => {
    const toAccents = classes.flatMap((colour): [string, string][] => [
      [colour, rest.reconstruction],
      [colour, rest.kl],
    ]);
    expect(nearest(toAccents)).toBeGreaterThanOrEqual(9);
  });

  it("keeps classes that lie together far apart", () => {
    // Digits 4-9, 7-9, 3-5-8; garments: pullover, coat, shirt (2, 4, 6), sandal, sneaker, boot (5, 7, 9).
    const together = [...among(4, 9), ...among(3, 5, 8), ...among(2, 4, 6), ...among(5, 7, 9)];
    expect(nearest(together)).toBeGreaterThanOrEqual(24);
  });

  it("keeps lanes and accents apart", () => {
    expect(nearest(pairs([...lanes, rest.reconstruction, rest.kl]))).toBeGreaterThanOrEqual(12.7);
  });

  it("draws an eleventh class, and points without one, in ink", () => {
    expect(classColour(theme, 10)).toBe(rest.text);
    expect(classColour(theme, 255)).toBe(rest.text);
  });
});

it("beats the common ten colours, whose closest pair all but vanishes", () => {
  const tab10 =
    "#1f77b4 #ff7f0e #2ca02c #d62728 #9467bd #8c564b #e377c2 #7f7f7f #bcbd22 #17becf".split(" ");
  expect(nearest(pairs(tab10))).toBe(1.3);
});
