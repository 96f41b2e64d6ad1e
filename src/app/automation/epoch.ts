/** How long an epoch of the run on screen is. */
import type { App } from "#/state/app.ts";

/** Images the run trains on. */
export function imagesAnEpoch({ store }: App): number {
  const { dataset, built } = store.getState();
  return Math.min(dataset?.train ?? Infinity, built.data.trainLimit ?? Infinity);
}
