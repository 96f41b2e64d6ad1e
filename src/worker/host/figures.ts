/** Decoded z as pictures: one figure, drawn as the experiment displays its outputs. */
import { displayInPlace, drawsRaw, figureOf, type Figure } from "#/core/objective/display.ts";
import type { Display, ObjectiveSpec } from "#/core/objective/spec.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Engine, Labels } from "#/engine/engine.ts";
import { inPieces, type PieceRunner, type PieceSizer } from "#/worker/host/chunked.ts";
import type { JobKind } from "#/worker/host/jobs.ts";

export interface Drawn {
  /** In [0, 1], [count × D]. */
  readonly images: Float32Array;
  readonly figure: Figure | null;
}

/** `outputs` (raw where the display draws them, else p) as drawn; in place. */
export function asDrawn(display: Display, outputs: Float32Array): Drawn {
  const figure = figureOf(display, outputs);
  return { images: displayInPlace(display, outputs, figure), figure };
}

export interface DrawnModel {
  readonly vae: ResolvedVae;
  /** Asked anew for each piece. */
  readonly engine: Engine;
  readonly objective: Pick<ObjectiveSpec, "display">;
}

export interface Latents {
  /** [count × latent] */
  readonly z: Float32Array;
  readonly labels: Labels;
}

/**
 * Pieces of one figure, drawn when the last has come.
 * @throws EngineError "cancelled" between pieces.
 */
export async function drawFigure(
  runner: PieceRunner,
  kind: JobKind,
  model: DrawnModel,
  { z, labels }: Latents,
  sizer: PieceSizer,
  signal: AbortSignal,
): Promise<Drawn> {
  const { latent, pixels } = model.vae;
  const count = z.length / latent;
  const outputs = new Float32Array(count * pixels);
  const { display } = model.objective;
  const raw = drawsRaw(display);
  await inPieces(runner, kind, count, sizer, signal, async (from, rows) => {
    const part = z.slice(from * latent, (from + rows) * latent);
    const labelled = labels?.slice(from, from + rows) ?? null;
    outputs.set(await model.engine.decode(part, rows, labelled, { raw }), from * pixels);
  });
  return asDrawn(display, outputs);
}

/** round(255·p) */
export function asBytes(images: Float32Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(images, (p) => Math.round(255 * p));
}
