/**
 * The image at the handle: follows z latest-wins with at most one decode under way, and decodes again
 * with every preview, so that the image follows learning. Keeps the last answer when one fails.
 */
import { type AppStore, type Parts, faultOf } from "#/state/parts.ts";
import { decodeShown } from "#/state/shownModel.ts";
import type { LatentSlice } from "#/state/types.ts";
import type { LiveDecoder, LiveImage } from "#/state/partTypes.ts";

const staleMs = 250;

export function createLiveDecoder(store: AppStore, parts: Parts): LiveDecoder {
  const listeners = new Set<() => void>();
  let current = missing(store.getState());
  let busy = false;
  let wanted = false;

  function show(next: LiveImage): void {
    current = next;
    for (const listener of [...listeners]) listener();
  }

  /** How far the weights lag the run, by the run's own counters. */
  function isStale(step: number): boolean {
    const { progress, scrubbed, pace } = store.getState();
    if (progress?.phase !== "training" || scrubbed !== null) return false;
    return (progress.step - step) * (progress.msPerStep + pace) > staleMs;
  }

  async function decodeOnce(): Promise<void> {
    const { z, label, runId } = store.getState();
    try {
      const { images, figure, step } = await decodeShown(store, parts, Float32Array.from(z), 1);
      const state = store.getState();
      if (state.runId !== runId || state.z.length !== z.length) return;
      show({ z, pixels: images, figure, label, step, stale: isStale(step) });
    } catch (error) {
      const fault = faultOf(error);
      // No weights were kept: a missing image is shown as missing.
      if (fault.code === "not-ready" && store.getState().scrubbed !== null) {
        show(missing({ z, label }, parts.frames.shown()?.step));
      } else if (fault.code === "unexpected") store.setState({ fault });
    }
  }

  async function follow(): Promise<void> {
    wanted = true;
    if (busy || store.getState().runId === 0) return;
    busy = true;
    while (wanted) {
      wanted = false;
      await decodeOnce();
    }
    busy = false;
  }

  store.subscribe((state, before) => {
    if (state.runId !== before.runId) {
      show(missing(state));
      void follow();
    } else if (
      state.z !== before.z ||
      state.label !== before.label ||
      state.scrubbed !== before.scrubbed ||
      state.phase !== before.phase ||
      state.frameVersion !== before.frameVersion
    ) {
      void follow();
    }
  });

  return {
    get current() {
      return current;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function missing({ z, label }: Pick<LatentSlice, "z" | "label">, step = 0): LiveImage {
  return { z, label, pixels: null, figure: null, step, stale: false };
}
