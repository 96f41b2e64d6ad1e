/**
 * The model the page looks at: the running one, or, looking back, the nearest frame that kept its
 * weights. Everything that decodes on screen goes through here, so that all views agree.
 */
import { EngineError } from "#/core/fault.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { AppState } from "#/state/types.ts";
import type { Decoded } from "#/state/partTypes.ts";

export interface DecodedImages extends Decoded {
  /** Step of the weights. */
  readonly step: number;
}

export interface DecodeOptions {
  /** [count]; the class in hand where it is left out. Idle for unconditional models. */
  readonly labels?: Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Conditioned = Pick<AppState, "built" | "dataset">;

/** Whether the model is told a label. */
export function selectConditional({ built }: Pick<AppState, "built">): boolean {
  return built.model.condition === "label";
}

/** Labels the model on screen knows; 0 for an unconditional one. */
export function knownLabels(state: Conditioned): number {
  return selectConditional(state) ? (state.dataset?.classes.length ?? 0) : 0;
}

/** `labels` for a conditional model; null for one that takes none. */
export function labelsFor(state: Conditioned, labels: Uint8Array): Uint8Array | null {
  return selectConditional(state) ? labels : null;
}

/** @throws EngineError "not-ready" when nothing can decode yet. */
export async function decodeShown(
  store: AppStore,
  { deps, frames }: Parts,
  z: Float32Array,
  count: number,
  { labels: wanted, signal }: DecodeOptions = {},
): Promise<DecodedImages> {
  const state = store.getState();
  const { scrubbed, runId, built, dataset, label } = state;
  const options = signal === undefined ? {} : { signal };
  if (runId === 0) throw notReady("No model is running yet.");
  const labels = labelsFor(state, wanted ?? new Uint8Array(count).fill(label));
  if (scrubbed === null) {
    return deps.trainer.request("decode", { z, count, raw: false, labels }, options);
  }
  const past = frames.nearestWithWeights();
  if (past === null || dataset === null) throw notReady("No weights were kept for this moment.");
  const { frame, weights } = past;
  const images = await deps.trainer.decodeWith(built, dataset.shape, weights, z, count, {
    ...options,
    ...(labels !== null && { labels, classes: knownLabels(state) }),
  });
  // The range of a figure of the past is not told.
  return { images, figure: null, step: frame.step };
}

export function notReady(message: string): EngineError {
  return new EngineError({
    code: "not-ready",
    message,
    hint: "Wait for the run to start, then ask again.",
  });
}
