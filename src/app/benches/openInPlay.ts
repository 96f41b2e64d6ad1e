/** Takes a mistake to the main page as it was written, and leads to the control that mends it. */
import type { Mistake } from "#/core/bench/mistake.ts";
import type { AppStore } from "#/state/parts.ts";

/** What stood there comes back with undo; a fault is told where the run is. */
export function openInPlay(store: AppStore, { faulty, control }: Mistake): void {
  const { go, loadPreset } = store.getState();
  go({ mode: "play" });
  void loadPreset(faulty.preset, { patch: faulty.patch, train: false }).then(() => {
    if (control !== null) store.getState().seek(control);
  });
}
