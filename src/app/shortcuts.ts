/**
 * Keys that work anywhere on the page. Single keys can be turned off, and never reach a field that
 * is being typed in nor a control that has its own use for them. P and E belong to the plane.
 */
import type { AppState } from "#/state/types.ts";

/** Null leaves a key to somebody else. */
export interface ShortcutTarget {
  /** Ctrl+Z and Ctrl+Shift+Z. */
  readonly settings: (() => Pick<AppState, "undo" | "redo">) | null;
  /** Whether single keys are on. */
  readonly single: () => boolean;
  /** Space: trains what is on the page, or pauses it. */
  readonly toggle: (() => void) | null;
  /** N: one batch, where nothing trains. */
  readonly step: (() => void) | null;
  /** L: lecturer's mode, and back. */
  readonly stage?: () => void;
  /** `?` */
  readonly showKeys: (() => void) | null;
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
export function pressShortcut(event: KeyboardEvent, target: ShortcutTarget): boolean {
  if (event.defaultPrevented || isTyping(event.target)) return false;
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && event.key.toLowerCase() === "z") {
    const settings = target.settings?.();
    if (event.shiftKey) settings?.redo();
    else settings?.undo();
    return settings !== undefined;
  }
  if (command || event.altKey || event.repeat || !target.single()) return false;
  const act = commandOf(event, target);
  act?.();
  return act !== null;
}

function commandOf(
  { key, target }: KeyboardEvent,
  { toggle, step, stage, showKeys }: ShortcutTarget,
): (() => void) | null {
  if (key === " ") return takesSpace(target) ? null : toggle;
  if (key === "?") return showKeys;
  if (key.toLowerCase() === "l") return stage ?? null;
  return key.toLowerCase() === "n" ? step : null;
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
