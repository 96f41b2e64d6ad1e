/** The diagnosis as state. What finds it comes once there is something to diagnose: the page opens without. */
import type { DiagnosisSlice } from "#/state/learningTypes.ts";
import type { AppStore, Parts } from "#/state/parts.ts";

export function diagnosisSlice(store: () => AppStore): DiagnosisSlice {
  return {
    diagnosis: null,
    sought: null,
    seek: (path) => {
      store().setState({ sought: path, drawerOpen: true, sheet: "experiment" });
    },
    found: () => {
      store().setState({ sought: null });
    },
  };
}

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
