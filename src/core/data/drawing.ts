/**
 * A drawing as data: strokes of a round pen over a ground, and the ink they leave on a raster finer
 * than the model's. Values only; each change gives a new drawing. What the model gets of it is
 * `modelInput`.
 */
import { centreDigit } from "#/core/data/centreDigit.ts";
import { squareResampler } from "#/core/data/resample.ts";

/** Where the pen is, and how thick, in pixels of the model's image. */
export interface PenPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where the pen was, the newest first: a stroke shares all of it with the one it goes on from. */
export interface PenPath {
  readonly at: PenPoint;
  readonly before: PenPath | null;
}

export interface Stroke {
  readonly erases: boolean;
  readonly path: PenPath;
}

export interface Drawing {
  /** Of the model's image, which is square here. */
  readonly side: number;
  /** What lies under the strokes, [raster × raster]; null for paper. */
  readonly ground: Float32Array | null;
  readonly strokes: readonly Stroke[];
  /** All of it together, in [0, 1], 1 is ink. [raster × raster] */
  readonly ink: Float32Array;
}

/** Places of the raster along one pixel of the model's. */
export const finer = 4;

export const rasterSide = ({ side }: Pick<Drawing, "side">): number => side * finer;

export function emptyDrawing(side: number): Drawing {
  return { side, ground: null, strokes: [], ink: new Float32Array((side * finer) ** 2) };
}

/** A picture to draw on: [side × side] of the model's pixels, or [raster × raster]. */
export function drawingOn(side: number, picture: Float32Array): Drawing {
  const raster = side * finer;
  const ground = picture.length === raster * raster ? picture : enlarged(picture, side);
  return { side, ground, strokes: [], ink: ground.slice() };
}

export function beginStroke(drawing: Drawing, at: PenPoint, erases: boolean): Drawing {
  return added(drawing, { erases, path: { at, before: null } }, drawing.strokes);
}

/** Goes on with the last stroke; a drawing without one stays as it is. */
export function extendStroke(drawing: Drawing, to: PenPoint): Drawing {
  const last = drawing.strokes.at(-1);
  if (last === undefined) return drawing;
  const stroke = { ...last, path: { at: to, before: last.path } };
  return added(drawing, stroke, drawing.strokes.slice(0, -1));
}

/** With the newest piece of a stroke that stands last. */
function added(drawing: Drawing, stroke: Stroke, before: readonly Stroke[]): Drawing {
  const ink = drawing.ink.slice();
  mark(ink, rasterSide(drawing), stroke.path, stroke.erases);
  return { ...drawing, strokes: [...before, stroke], ink };
}

/** Takes the last stroke away. */
export function undoStroke(drawing: Drawing): Drawing {
  const strokes = drawing.strokes.slice(0, -1);
  const raster = rasterSide(drawing);
  const ink = drawing.ground?.slice() ?? new Float32Array(raster * raster);
  for (const { path, erases } of strokes) {
    // Backwards: what a stroke leaves does not hang on the order of its pieces.
    for (let piece: PenPath | null = path; piece !== null; piece = piece.before) {
      mark(ink, raster, piece, erases);
    }
  }
  return { ...drawing, strokes, ink };
}

export const isBlank = ({ ground, strokes }: Drawing): boolean =>
  ground === null && strokes.length === 0;

/** What the network is given: centred as MNIST is, or the pad as it stands. [side × side] */
export function modelInput({ side, ink }: Drawing, centred: boolean): Float32Array {
  const raster = side * finer;
  if (centred) return centreDigit(ink, raster, raster, side);
  const out = new Float32Array(side * side);
  squareResampler([raster, raster, 1], side, "fit")(ink, out);
  return out;
}

/** Each pixel becomes a square of the raster, so that shrinking gives the very picture back. */
function enlarged(picture: Float32Array, side: number): Float32Array {
  const raster = side * finer;
  return Float32Array.from({ length: raster * raster }, (_, at) => {
    const row = Math.floor(Math.floor(at / raster) / finer);
    const column = Math.floor((at % raster) / finer);
    return picture[row * side + column] ?? 0;
  });
}

/** Leaves (or takes) ink on the last piece of a path; the rim is shared out by distance. */
function mark(ink: Float32Array, raster: number, path: PenPath, erases: boolean): void {
  const { at: to, before: earlier } = path;
  const from = earlier?.at ?? to;
  const [ax, ay, bx, by] = [from.x * finer, from.y * finer, to.x * finer, to.y * finer];
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const reach = Math.max(from.radius, to.radius) * finer + 1;
  const first = (low: number) => Math.max(0, Math.floor(low - reach));
  const last = (high: number) => Math.min(raster - 1, Math.ceil(high + reach));
  for (let i = first(Math.min(ay, by)); i <= last(Math.max(ay, by)); i++) {
    for (let j = first(Math.min(ax, bx)); j <= last(Math.max(ax, bx)); j++) {
      const [px, py] = [j + 0.5, i + 0.5];
      const along = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
      const t = Math.min(Math.max(along, 0), 1);
      const radius = (from.radius + (to.radius - from.radius) * t) * finer;
      const away = Math.hypot(px - ax - t * dx, py - ay - t * dy);
      const cover = Math.min(Math.max(radius - away + 0.5, 0), 1);
      const at = i * raster + j;
      const before = ink[at] ?? 0;
      ink[at] = erases ? Math.min(before, 1 - cover) : Math.max(before, cover);
    }
  }
}
