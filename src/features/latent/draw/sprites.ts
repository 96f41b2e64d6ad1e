/** Stamps of points, drawn once for each class, style and place within a pixel. */
import { phases, type Stamp } from "#/features/latent/draw/stamps.ts";
import type { PointStyle } from "#/state/types.ts";
import type { Palette } from "#/ui/palette.ts";

export interface SpriteStyle {
  readonly style: Exclude<PointStyle, "thumbnails">;
  readonly ratio: number;
  readonly palette: Palette;
}

export interface Sprites {
  /** Side of a point's stamp and of an arrowhead's, device pixels. */
  readonly pointSize: number;
  readonly arrowSize: number;
  /** A point of a class, its middle moved by phases / 4 of a pixel; a negative class is ink. */
  point(label: number, phaseX: number, phaseY: number): Stamp;
  /** An arrowhead on the rim. `direction`: eighths of a turn clockwise from the right. */
  arrow(label: number, direction: number): Stamp;
}

/** Diameter of a dot and width of its halo, CSS pixels. */
const DOT = 2.25;
const HALO = 0.75;
const NUMERAL = 9;
const ARROW = 6;

/** More classes than a set can have; keys keep one slot for points without a class. */
const CLASSES = 512;

export function createSprites(style: SpriteStyle): Sprites {
  const { ratio, palette } = style;
  const stamps = new Map<number, Stamp>();
  const colour = (label: number): string => palette.classes[label] ?? palette.text;
  const reach = style.style === "dots" ? DOT / 2 + HALO : NUMERAL / 2 + 2;
  // One pixel more than the picture, for its phase.
  const pointSize = 2 * Math.ceil(reach * ratio) + 1;
  const arrowSize = 2 * Math.ceil((ARROW / 2 + 1) * ratio);

  function kept(key: number, make: () => Stamp): Stamp {
    let stamp = stamps.get(key);
    if (stamp === undefined) {
      stamp = make();
      stamps.set(key, stamp);
    }
    return stamp;
  }

  return {
    pointSize,
    arrowSize,
    point(label, phaseX, phaseY) {
      const phase = phaseY * phases + phaseX;
      return kept(phase * CLASSES + label + 1, () =>
        drawn(pointSize, phaseX / phases, phaseY / phases, (ctx) => {
          if (style.style === "dots") drawDot(ctx, style, colour(label));
          else drawNumeral(ctx, style, label, colour(label));
        }),
      );
    },
    arrow(label, direction) {
      return kept((phases * phases + direction) * CLASSES + label + 1, () =>
        drawn(arrowSize, 0, 0, (ctx) => {
          drawArrowhead(ctx, style, colour(label), direction);
        }),
      );
    },
  };
}

/** Draws about the middle of a square, moved by parts of a pixel, and reads it back. */
function drawn(
  size: number,
  right: number,
  down: number,
  draw: (ctx: CanvasRenderingContext2D) => void,
): Stamp {
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const ctx = canvas.getContext("2d", { willReadFrequently: true });
  if (ctx === null) return { size, rgba: new Uint8ClampedArray(size * size * 4) };
  ctx.translate(size / 2 + right, size / 2 + down);
  draw(ctx);
  return { size, rgba: ctx.getImageData(0, 0, size, size).data };
}

function drawDot(
  ctx: CanvasRenderingContext2D,
  { ratio, palette }: SpriteStyle,
  colour: string,
): void {
  for (const [radius, fill] of [
    [DOT / 2 + HALO, palette.plane],
    [DOT / 2, colour],
  ] as const) {
    ctx.beginPath();
    ctx.arc(0, 0, radius * ratio, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
  }
}

function drawNumeral(
  ctx: CanvasRenderingContext2D,
  { ratio, palette }: SpriteStyle,
  label: number,
  colour: string,
): void {
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
}

function drawArrowhead(
  ctx: CanvasRenderingContext2D,
  { ratio, palette }: SpriteStyle,
  colour: string,
  direction: number,
): void {
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
}
