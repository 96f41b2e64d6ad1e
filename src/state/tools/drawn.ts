/** What one can do to the drawing: a stroke, a step back, a picture brought from elsewhere. */
import {
  beginStroke,
  drawingOn,
  emptyDrawing,
  extendStroke,
  isBlank,
  modelInput,
  undoStroke,
  type Drawing,
  type PenPoint,
} from "#/core/data/drawing.ts";
import type { AppHandle } from "#/state/context.tsx";
import { setTools, toolsOf } from "#/state/tools/tools.ts";
import type { Code, Drawn } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";

type Store = Pick<AppHandle, "store">;

const drawnOf = ({ store }: Store): Drawn => toolsOf(store.getState()).drawn;

function setDrawn(app: Store, change: Partial<Drawn>): void {
  const { version, ...before } = drawnOf(app);
  setTools(app, { drawn: { ...before, version: version + 1, ...change } });
}

/** Sets whose images were centred by their centre of mass. */
const centredSets: readonly string[] = ["mnist"];

/** Whether the drawing is centred before the network sees it. */
export function isCentred({ tools, config }: Pick<AppState, "tools" | "config">): boolean {
  return toolsOf({ tools }).drawn.centred ?? centredSets.includes(config.data.set);
}

function show(app: Store, drawing: Drawing): void {
  const blank = isBlank(drawing);
  const centred = isCentred(app.store.getState());
  setDrawn(app, {
    drawing,
    pixels: blank ? null : modelInput(drawing, centred),
    ...(blank && { code: null }),
  });
}

/** The pad for images of this side: the one in hand, or a clean one. */
export function padOf(drawn: Drawn, side: number): Drawing {
  return drawn.drawing?.side === side ? drawn.drawing : emptyDrawing(side);
}

export function penDown(app: Store, side: number, at: PenPoint, erases: boolean): void {
  show(app, beginStroke(padOf(drawnOf(app), side), at, erases));
}

export function penTo(app: Store, points: readonly PenPoint[]): void {
  const { drawing } = drawnOf(app);
  if (drawing === null || points.length === 0) return;
  show(app, points.reduce(extendStroke, drawing));
}

export function undo(app: Store): void {
  const { drawing } = drawnOf(app);
  if (drawing !== null) show(app, undoStroke(drawing));
}

export function clear(app: Store): void {
  setDrawn(app, { drawing: null, centred: null, pixels: null, code: null });
}

export function setCentred(app: Store, centred: boolean): void {
  setDrawn(app, { centred });
  const { drawing } = drawnOf(app);
  if (drawing !== null) show(app, drawing);
}

/** A picture under the pen: [side²] of the model's pixels, left where it is, or as fine as the pad. */
export function drawOn(app: Store, side: number, picture: Float32Array): void {
  const centred = picture.length === side * side ? false : null;
  setTools(app, { drawn: { ...drawnOf(app), centred } });
  show(app, drawingOn(side, picture));
}

/** A picture of a colour set, as the network is given it. [D] */
export function showPicture(app: Store, pixels: Float32Array): void {
  setDrawn(app, { drawing: null, pixels });
}

/** What the encoder said of the picture; `version` of the drawing it was asked about. */
export function placeDrawn(app: Store, code: Code, version: number): void {
  const drawn = drawnOf(app);
  if (drawn.pixels !== null && version <= drawn.version)
    setTools(app, { drawn: { ...drawn, code } });
}
