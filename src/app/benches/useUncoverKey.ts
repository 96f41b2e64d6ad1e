/** In lecturer's mode an answer waits for `?`, which then lists no keys. */
import { useEffect } from "react";
import type { MistakeId } from "#/core/bench/mistake.ts";
import { isRevealed, useBenchRecord } from "#/features/benches/records.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectStage = (state: AppState) => state.route.stage;

export function useUncoverKey(id: MistakeId): void {
  const stage = useAppState(selectStage);
  const [record, note] = useBenchRecord(id);
  const waits = stage && !isRevealed(record, true);
  useEffect(() => {
    if (!waits) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "?") return;
      event.preventDefault();
      // Asked for by the lecturer, the answer stands also where nobody has guessed.
      note({ uncovered: true, shown: true });
    };
    // Before the page's own keys.
    addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [waits, note]);
}
