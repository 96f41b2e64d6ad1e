/**
 * The model the page looks at: the running one, or, looking back, the nearest frame that kept its
 * weights. Everything that decodes on screen goes through here, so that all views agree.
 */
import { EngineError } from "#/core/fault.ts";
import type { AppStore, Parts } from "#/state/parts.ts";

export interface DecodedImages {
  /** [count × D] in [0, 1]. */
  readonly images: Float32Array;
  /** Step of the weights. */
  readonly step: number;
}

/** @throws EngineError "not-ready" when nothing can decode yet. */
export async function decodeShown(
  store: AppStore,
  { deps, frames }: Parts,
  z: Float32Array,
  count: number,
  signal?: AbortSignal,
): Promise<DecodedImages> {
  const { scrubbed, runId, built, dataset } = store.getState();
  const options = signal === undefined ? {} : { signal };
  if (runId === 0) throw notReady("No model is running yet.");
  if (scrubbed === null) {
    return deps.trainer.request("decode", { z, count, raw: false }, options);
  }
  const past = frames.nearestWithWeights();
  if (past === null || dataset === null) throw notReady("No weights were kept for this moment.");
  const { frame, weights } = past;
  const images = await deps.trainer.decodeWith(built, dataset.shape, weights, z, count, options);
  return { images, step: frame.step };
}

export function notReady(message: string): EngineError {
  return new EngineError({
    code: "not-ready",
    message,
    hint: "Wait for the run to start, then ask again.",
  });
}
