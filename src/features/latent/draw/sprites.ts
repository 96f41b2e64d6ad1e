/** Small pictures of points, drawn once a class, style and size, then stamped thousands of times. */
import type { PointStyle } from "#/state/types.ts";
import type { Palette } from "#/ui/palette.ts";

export interface SpriteStyle {
  readonly style: Exclude<PointStyle, "thumbnails">;
  readonly ratio: number;
  readonly palette: Palette;
}

export interface Sprites {
  /** A point of a class; a negative class is ink. */
  point(label: number): HTMLCanvasElement;
  /** An arrowhead on the rim. `direction`: eighths of a turn clockwise from the right. */
  arrow(label: number, direction: number): HTMLCanvasElement;
}

/** Diameter of a dot and width of its halo, CSS pixels. */
const DOT = 2.25;
const HALO = 0.75;
const NUMERAL = 9;
const ARROW = 6;

export function createSprites(style: SpriteStyle): Sprites {
  const points = new Map<number, HTMLCanvasElement>();
  const arrows = new Map<number, HTMLCanvasElement>();
  const colour = (label: number): string => style.palette.classes[label] ?? style.palette.text;
  return {
    point(label) {
      return kept(points, label, () =>
        style.style === "dots" ? dot(style, colour(label)) : numeral(style, label, colour(label)),
      );
    },
    arrow(label, direction) {
      return kept(arrows, label * 8 + direction, () => arrowhead(style, colour(label), direction));
    },
  };
}

function kept(
  cache: Map<number, HTMLCanvasElement>,
  key: number,
  make: () => HTMLCanvasElement,
): HTMLCanvasElement {
  let sprite = cache.get(key);
  if (sprite === undefined) {
    sprite = make();
    cache.set(key, sprite);
  }
  return sprite;
}

function blank(size: number): [HTMLCanvasElement, CanvasRenderingContext2D | null] {
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const ctx = canvas.getContext("2d");
  ctx?.translate(size / 2, size / 2);
  return [canvas, ctx];
}

function dot({ ratio, palette }: SpriteStyle, colour: string): HTMLCanvasElement {
  const [canvas, ctx] = blank(2 * Math.ceil((DOT / 2 + HALO) * ratio + 0.5));
  if (ctx === null) return canvas;
  for (const [radius, fill] of [
    [DOT / 2 + HALO, palette.plane],
    [DOT / 2, colour],
  ] as const) {
    ctx.beginPath();
    ctx.arc(0, 0, radius * ratio, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
  }
  return canvas;
}

function numeral(
  { ratio, palette }: SpriteStyle,
  label: number,
  colour: string,
): HTMLCanvasElement {
  const [canvas, ctx] = blank(2 * Math.ceil((NUMERAL / 2 + 2) * ratio));
  if (ctx === null) return canvas;
  ctx.font = `600 ${String(NUMERAL * ratio)}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 2 * HALO * ratio;
  ctx.strokeStyle = palette.plane;
  const text = label < 0 ? "·" : String(label);
  ctx.strokeText(text, 0, 0);
  ctx.fillStyle = colour;
  ctx.fillText(text, 0, 0);
  return canvas;
}

function arrowhead(
  { ratio, palette }: SpriteStyle,
  colour: string,
  direction: number,
): HTMLCanvasElement {
  const [canvas, ctx] = blank(2 * Math.ceil((ARROW / 2 + 1) * ratio));
  if (ctx === null) return canvas;
  ctx.rotate((direction * Math.PI) / 4);
  ctx.scale(ratio, ratio);
  ctx.beginPath();
  ctx.moveTo(ARROW / 2, 0);
  ctx.lineTo(-ARROW / 2, -ARROW / 2.4);
  ctx.lineTo(-ARROW / 2, ARROW / 2.4);
  ctx.closePath();
  ctx.lineWidth = HALO;
  ctx.strokeStyle = palette.plane;
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.stroke();
  return canvas;
}
