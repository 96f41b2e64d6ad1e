/**
 * Keys that work anywhere on the page. Single keys can be turned off, and never reach a field that
 * is being typed in nor a control that has its own use for them. P and E belong to the plane.
 */
import { isRunning, toggleTraining } from "#/features/training/commands.ts";
import type { AppState } from "#/state/types.ts";

export interface ShortcutTarget {
  readonly state: () => AppState;
  readonly showKeys: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=range]), textarea, select"))
  );
}

/** Space presses the button, link or tab that has the focus; only elsewhere does it train. */
function takesSpace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("button, a[href], summary, [role=tab], [role=menu], dialog") !== null
  );
}

/** Acts on a key; true when it was one of the page's. */
export function pressShortcut(event: KeyboardEvent, { state, showKeys }: ShortcutTarget): boolean {
  if (event.defaultPrevented || isTyping(event.target)) return false;
  const app = state();
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && event.key.toLowerCase() === "z") {
    if (event.shiftKey) app.redo();
    else app.undo();
    return true;
  }
  if (command || event.altKey || event.repeat || !app.shortcuts) return false;
  if (event.key === " ") {
    if (takesSpace(event.target)) return false;
    toggleTraining(app);
    return true;
  }
  if (event.key === "?") {
    showKeys();
    return true;
  }
  if (event.key.toLowerCase() === "n") {
    if (!isRunning(app.phase) && app.phase !== "loading" && app.phase !== "failed") {
      void app.train({ steps: 1 });
    }
    return true;
  }
  return false;
}

/** Listens on the window until the signal says stop. */
export function listenForShortcuts(target: ShortcutTarget, signal: AbortSignal): void {
  addEventListener(
    "keydown",
    (event) => {
      if (pressShortcut(event, target)) event.preventDefault();
    },
    { signal },
  );
}
