/**
 * Lecturer's mode while it is on: its keys, the full screen and a screen that stays awake. What the
 * browser refuses is done without. Returns whether the screen is blanked.
 */
import { useEffect, useEffectEvent, useState } from "react";
import { stageCommand, type StageCommand } from "#/features/stage/stageKeys.ts";
import { useAppParts } from "#/state/context.tsx";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=range]), textarea, select"))
  );
}

/** Something lies over the page that has its own use for Escape. */
function isOverlaid(): boolean {
  return document.querySelector("dialog[open], [data-radix-popper-content-wrapper]") !== null;
}

export interface Stage {
  readonly blank: boolean;
  setBlank(on: boolean): void;
  leave(): void;
}

export function useStage(): Stage {
  const { store } = useAppParts();
  const [blank, setBlank] = useState(false);

  function leave(): void {
    store.getState().go({ stage: false });
  }

  function act(command: StageCommand): void {
    if (command === "blank") setBlank(!blank);
    else if (command === "uncover") store.getState().uncover();
    else if (command === "leave") leave();
  }

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event.target) && event.key !== "F5") return;
    const { uncovered } = store.getState();
    const command = stageCommand(event, { blank, uncovered, overlaid: isOverlaid() });
    if (command === null) return;
    event.preventDefault();
    // Before the page's own keys, which know another meaning of `?`.
    event.stopImmediatePropagation();
    // A key held down acts once: a screen must not flicker.
    if (!event.repeat) act(command);
  });
  const left = useEffectEvent(leave);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const listener = (event: KeyboardEvent): void => {
      pressed(event);
    };
    addEventListener("keydown", listener, { signal, capture: true });
    void stayAwake(signal);
    fillScreen(
      signal,
      () => store.getState().route.stage,
      () => {
        left();
      },
    );
    return () => {
      controller.abort();
    };
  }, [store]);

  return { blank, setBlank, leave };
}

/**
 * Asks for the full screen now, or at the first gesture; tells when the reader has left it. Where it
 * comes only after the mode was left, it is given back.
 */
function fillScreen(signal: AbortSignal, isWanted: () => boolean, onLeft: () => void): void {
  const root = document.documentElement;
  // Absent on phones, whatever its type says.
  if (typeof root.requestFullscreen !== "function") return;
  const ask = async (): Promise<void> => {
    await root.requestFullscreen();
    if (!isWanted()) leaveScreen();
  };
  if (document.fullscreenElement === null) {
    ask().catch(() => {
      // A link opens the mode without a gesture: the first one serves.
      const once = { once: true, signal };
      const again = (): void => {
        if (isWanted()) ask().catch(() => undefined);
      };
      addEventListener("pointerdown", again, once);
      addEventListener("keyup", again, once);
    });
  }
  document.addEventListener(
    "fullscreenchange",
    () => {
      if (document.fullscreenElement === null) onLeft();
    },
    { signal },
  );
  signal.addEventListener("abort", leaveScreen);
}

function leaveScreen(): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
}

/** Browsers let go of the lock when the page is hidden: it is taken again when it shows. */
async function stayAwake(signal: AbortSignal): Promise<void> {
  // Absent on plain http, whatever its type says.
  if (!("wakeLock" in navigator)) return;
  let lock: WakeLockSentinel | null = null;
  async function take(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    try {
      const taken = await navigator.wakeLock.request("screen");
      if (signal.aborted) await taken.release();
      else lock = taken;
    } catch {
      // Refused, on a low battery for one: the screen then sleeps as it always does.
    }
  }
  document.addEventListener("visibilitychange", () => void take(), { signal });
  signal.addEventListener("abort", () => void lock?.release());
  await take();
}
