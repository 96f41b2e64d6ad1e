/** The track itself: one slider to assistive technology, ticks on a canvas to the eye. */
import { useCallback, useRef, type KeyboardEvent, type ReactElement } from "react";
import { drawTrack } from "#/features/history/drawTrack.ts";
import styles from "#/features/history/HistoryStrip.module.css";
import { frameAt, movedFrame, type Track } from "#/features/history/track.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { palette } from "#/ui/palette.ts";
import { useTheme } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useHeld } from "#/ui/useHeld.ts";
import { useRepaint } from "#/ui/useRepaint.ts";
import { useResize } from "#/ui/useResize.ts";

interface HistoryTrackProps {
  readonly onScrub: (index: number | null) => void;
}

const selectScrubbed = (state: AppState) => state.scrubbed;

/** Keeps the ends' knob and labels inside the canvas, CSS pixels. */
const margin = 8;

export function HistoryTrack({ onScrub }: HistoryTrackProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames } = useAppParts();
  const theme = useTheme();
  const unit = useDevicePixelRatio();
  const scrubbed = useAppState(selectScrubbed);
  const slider = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [held] = useHeld(slider);
  /** Frames the track is laid out for: stands still while held. */
  const laidOut = useRef(0);

  const paint = useCallback(() => {
    const list = frames.list();
    if (!held || laidOut.current < 2) laidOut.current = list.length;
    const element = canvas.current;
    if (element === null) return;
    const width = Math.round(element.clientWidth * unit);
    const height = Math.round(element.clientHeight * unit);
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    const context = element.getContext("2d");
    if (context === null) return;
    const { text, line, text3 } = palette[theme];
    const style = getComputedStyle(element);
    drawTrack(context, {
      width,
      height,
      unit,
      track: { left: margin * unit, right: width - margin * unit, count: laidOut.current },
      frames: list.map(({ frame, hasWeights }) => ({ step: frame.step, hasWeights })),
      scrubbed,
      stepText: (step) => format(step),
      font: `${parseFloat(style.fontSize) * unit}px ${style.fontFamily}`,
      ink: text,
      faint: line,
      caption: text3,
    });
  }, [frames, held, unit, theme, scrubbed, format]);
  const repaint = useRepaint(paint, frames);
  useResize(canvas, repaint);

  function scrubToPointer(clientX: number): void {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined) return;
    const track: Track = {
      left: box.left + margin,
      right: box.right - margin,
      count: laidOut.current,
    };
    onScrub(frameAt(track, clientX));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = movedFrame(scrubbed, frames.list().length, event.key);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onScrub(next);
  }

  const list = frames.list();
  const last = Math.max(list.length - 1, 0);
  const looking = list[scrubbed ?? last];
  const step = format(looking?.frame.step ?? 0);
  const words =
    scrubbed === null
      ? t("tabs.history.live", { step })
      : t(looking?.hasWeights === true ? "tabs.history.stepDraggable" : "tabs.history.step", {
          step,
        });
  return (
    <div
      ref={slider}
      role="slider"
      tabIndex={0}
      className={styles["track"]}
      title={t("tabs.history.hint")}
      aria-label={t("tabs.history.label")}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={scrubbed ?? last}
      aria-valuetext={list.length === 0 ? t("tabs.history.empty") : words}
      aria-disabled={list.length < 2}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        scrubToPointer(event.clientX);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrubToPointer(event.clientX);
      }}
    >
      <canvas ref={canvas} className={styles["canvas"]} aria-hidden="true" />
      {list.length === 0 && <span className={styles["empty"]}>{t("tabs.history.empty")}</span>}
    </div>
  );
}
