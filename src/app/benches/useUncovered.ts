/** In lecturer's mode an answer waits for `?` (features/stage), as everything that is covered does. */
import { useEffect } from "react";
import type { MistakeId } from "#/core/bench/mistake.ts";
import { useBenchRecord } from "#/features/benches/records.ts";
import { useAppParts } from "#/state/context.tsx";

export function useUncovered(id: MistakeId): void {
  const { store } = useAppParts();
  const { uncover } = useBenchRecord(id);
  useEffect(
    () =>
      store.subscribe((state, before) => {
        // Asked for by the lecturer, the answer stands also where nobody has guessed.
        if (state.uncovered && !before.uncovered) uncover();
      }),
    [store, uncover],
  );
}
