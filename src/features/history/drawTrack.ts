/** Draws the history's track: a tick a frame, tall where weights were kept, and where one looks. */
import { labelledFrames, tickPlace, type Track } from "#/features/history/track.ts";

export interface TrackDrawing {
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly unit: number;
  readonly track: Track;
  readonly frames: readonly { readonly step: number; readonly hasWeights: boolean }[];
  /** Null is live. */
  readonly scrubbed: number | null;
  readonly stepText: (step: number) => string;
  readonly font: string;
  readonly ink: string;
  readonly faint: string;
  readonly caption: string;
}

const shortTick = 8;
const tallTick = 16;
/** Between labels, so that five digits and their comma fit. */
const labelRoom = 56;

export function drawTrack(context: CanvasRenderingContext2D, drawing: TrackDrawing): void {
  const { width, height, unit, track, frames, scrubbed } = drawing;
  const line = Math.max(Math.round(unit), 1);
  const base = Math.round(24 * unit);
  context.clearRect(0, 0, width, height);
  context.fillStyle = drawing.faint;
  context.fillRect(track.left, base, track.right - track.left, line);
  frames.forEach(({ hasWeights }, i) => {
    const tall = Math.round((hasWeights ? tallTick : shortTick) * unit);
    context.fillStyle = hasWeights ? drawing.ink : drawing.caption;
    context.fillRect(Math.round(tickPlace(track, i)), base - tall, line, tall);
  });

  context.fillStyle = drawing.caption;
  context.font = drawing.font;
  context.textBaseline = "alphabetic";
  for (const i of labelledFrames(track, labelRoom * unit)) {
    const frame = frames[i];
    if (frame === undefined) continue;
    context.fillText(drawing.stepText(frame.step), tickPlace(track, i), height - 4 * unit);
  }

  const at = scrubbed === null ? track.right : tickPlace(track, scrubbed);
  context.fillStyle = drawing.ink;
  context.fillRect(Math.round(at - unit), 2 * unit, Math.round(2 * unit), base - 2 * unit + line);
  context.beginPath();
  context.arc(at, base, 5 * unit, 0, 2 * Math.PI);
  context.fill();
}
