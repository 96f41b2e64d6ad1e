/**
 * Loss and gradient over one axis of logits, with one cursor through both that is dragged or moved
 * by arrows (Shift coarse, Alt fine). Draws; knows of no formula.
 */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import type { Domain } from "#/core/metrics/axis.ts";
import type { BrokenStretch } from "#/charts/logitCurves.ts";
import { LogitPanel, logitPlotLeft, logitPlotRight, type LogitLine } from "#/charts/LogitPanel.tsx";
import styles from "#/charts/LogitPlot.module.css";

interface LogitPlotProps {
  readonly logits: Float32Array;
  readonly x: Domain;
  readonly loss: {
    readonly title: string;
    readonly lines: readonly LogitLine[];
    readonly y: Domain;
  };
  readonly gradient: {
    readonly title: string;
    readonly lines: readonly LogitLine[];
    readonly y: Domain;
  };
  readonly width: number;
  readonly cursor: number;
  readonly onCursor: (l: number) => void;
  /** Names the cursor. */
  readonly label: string;
  /** The cursor's place and what is read there, in words. */
  readonly valueText: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly describeBroken: (what: BrokenStretch["what"], from: number, to: number) => string;
}

const lossHeight = 210;
const gradientHeight = 160;

/** How far an arrow key moves the cursor. */
function strideOf(event: KeyboardEvent): number {
  if (event.shiftKey) return 5;
  return event.altKey ? 0.1 : 1;
}

/** Null for a key that does not move it. */
function moved(event: KeyboardEvent, cursor: number, x: Domain): number | null {
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
      return cursor + strideOf(event);
    case "ArrowLeft":
    case "ArrowDown":
      return cursor - strideOf(event);
    case "Home":
      return x[0];
    case "End":
      return x[1];
    default:
      return null;
  }
}

export function LogitPlot(props: LogitPlotProps): ReactElement {
  const { x, cursor, width, loss, gradient } = props;
  const dragging = useRef(false);

  function move(to: number): void {
    // A tenth is as fine as it is read.
    const next = Math.round(Math.min(Math.max(to, x[0]), x[1]) * 10) / 10;
    if (next !== cursor) props.onCursor(next);
  }

  function moveToPointer(event: PointerEvent<HTMLDivElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const room = Math.max(box.width - logitPlotLeft - logitPlotRight, 1);
    move(x[0] + ((event.clientX - box.left - logitPlotLeft) / room) * (x[1] - x[0]));
  }

  const shared = {
    logits: props.logits,
    ...{ x, width, cursor },
    formatX: props.formatX,
    formatY: props.formatY,
    describeBroken: props.describeBroken,
  };
  return (
    <div
      className={styles["plot"]}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={x[0]}
      aria-valuemax={x[1]}
      aria-valuenow={cursor}
      aria-valuetext={props.valueText}
      onKeyDown={(event) => {
        const next = moved(event, cursor, x);
        if (next === null) return;
        event.preventDefault();
        move(next);
      }}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        moveToPointer(event);
      }}
      onPointerMove={(event) => {
        if (dragging.current) moveToPointer(event);
      }}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
    >
      <LogitPanel {...shared} {...loss} height={lossHeight} showXTicks={false} />
      <LogitPanel {...shared} {...gradient} height={gradientHeight} showXTicks />
    </div>
  );
}
