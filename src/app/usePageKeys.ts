/** The page's keys while a component stands; those inside it are asked first. */
import { useEffect } from "react";
import { listenForShortcuts, type ShortcutTarget } from "./shortcuts.ts";

/** `target` is stable as long as what it acts on is (useMemo). */
export function usePageKeys(target: ShortcutTarget): void {
  useEffect(() => {
    const controller = new AbortController();
    listenForShortcuts(target, controller.signal);
    return () => {
      controller.abort();
    };
  }, [target]);
}
