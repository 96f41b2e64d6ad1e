/** Brings the diagnosis once there is something to diagnose: the page opens without it. */
import type { AppStore, Parts } from "#/state/parts.ts";

/** Returns how to stop it. */
export function diagnoseOnceTrained(store: AppStore, parts: Parts): () => void {
  let stopped = false;
  let stop = parts.metrics.subscribe(() => {
    stop();
    void import("#/state/diagnosis.ts").then(({ followRun }) => {
      if (!stopped) stop = followRun(store, parts);
    });
  });
  return () => {
    stopped = true;
    stop();
  };
}
