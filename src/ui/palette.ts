/**
 * The colours as data, for canvases and charts. tokens.css holds the same values for everything
 * that CSS draws; palette.test.ts keeps the two equal and computes what the choice was made for:
 * contrast, and distance under normal and colour-blind sight.
 */

export type ThemeName = "light" | "dark";

export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly plane: string;
  /** Hairlines. */
  readonly line: string;
  /** Borders of controls. */
  readonly edge: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly reconstruction: string;
  readonly kl: string;
  readonly danger: string;
  /** Compared runs A to D. */
  readonly lanes: readonly [string, string, string, string];
  /** By class index, ten of them; see `classColour`. */
  readonly classes: readonly string[];
}

export const palette: Readonly<Record<ThemeName, Palette>> = {
  light: {
    page: "#F6F7F9",
    surface: "#FFFFFF",
    plane: "#FFFFFF",
    line: "#D9DDE3",
    edge: "#868F9C",
    text: "#14181F",
    text2: "#4A5362",
    text3: "#667080",
    reconstruction: "#0B5FC0",
    kl: "#B54708",
    danger: "#B3261E",
    lanes: ["#14181F", "#BD79A1", "#768F6B", "#6D4B65"],
    classes: [
      "#7E5D49",
      "#5C0461",
      "#7A1236",
      "#86920F",
      "#A38B6B",
      "#513F00",
      "#4700D0",
      "#0296CC",
      "#1C8377",
      "#275457",
    ],
  },
  dark: {
    page: "#0F1216",
    surface: "#171B21",
    plane: "#0B0E12",
    line: "#2C333D",
    edge: "#6B7482",
    text: "#E8EBF0",
    text2: "#A9B2BF",
    text3: "#8791A0",
    reconstruction: "#5AB0FF",
    kl: "#FF9A3D",
    danger: "#FF8A80",
    lanes: ["#E8EBF0", "#C079B4", "#4F8A76", "#7A5C99"],
    classes: [
      "#BC9B7D",
      "#9B48A5",
      "#D2426C",
      "#D9EE3E",
      "#FFE9B5",
      "#877F00",
      "#826EFC",
      "#C2F3FF",
      "#00DBBF",
      "#4B8F8E",
    ],
  },
};

/** Ends of the signed-difference scale; its middle is the plane. The same in both themes. */
export const difference = { negative: "#762A83", positive: "#1B7837" } as const;

/** Colour of a class; sets with more than ten classes, and points without one, are ink. */
export function classColour(theme: ThemeName, label: number): string {
  return palette[theme].classes[label] ?? palette[theme].text;
}
