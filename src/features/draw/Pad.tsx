/**
 * The pad: ink under a pointer, a finger or a pen, and by keyboard. It shows what was drawn, not what
 * the network is given of it.
 */
import {
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from "react";
import type { PenPoint } from "#/core/data/drawing.ts";
import { rasterSide } from "#/core/data/drawing.ts";
import { movedPen, penRadius, type Pen } from "#/features/draw/penMoves.ts";
import styles from "#/features/draw/DrawTab.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { clear, padOf, penDown, penTo, undo } from "#/state/tools/drawn.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { drawPixels } from "#/ui/drawPixels.ts";
import { useInvert } from "#/ui/theme.tsx";

export interface PadProps {
  /** Of the model's image. */
  readonly side: number;
  /** Of the pen, in pixels of the model's image. */
  readonly width: number;
  readonly erases: boolean;
}

/** What of a pointer's event counts. */
interface PenEvent {
  readonly clientX: number;
  readonly clientY: number;
  readonly pointerType: string;
  readonly pressure: number;
}

const selectDrawn = (s: AppState) => toolsOf(s).drawn;

export function Pad({ side, width, erases }: PadProps) {
  const t = useText();
  const format = useNumberFormat();
  const app = useAppParts();
  const drawn = useAppState(selectDrawn);
  const drawing = padOf(drawn, side);
  const raster = rasterSide(drawing);
  const invert = useInvert(1);
  const canvas = useRef<HTMLCanvasElement>(null);
  const help = useId();
  const [pen, setPen] = useState<Pen>({ x: side / 2, y: side / 2, down: false });

  useLayoutEffect(() => {
    if (canvas.current === null) return;
    drawPixels(canvas.current, drawing.ink, [raster, raster, 1], { invert });
  }, [drawing.ink, raster, invert]);

  const placeOf = useCallback(
    (event: PenEvent): PenPoint => {
      const box = canvas.current?.getBoundingClientRect();
      const scale = side / Math.max(box?.width ?? 1, 1);
      return {
        x: (event.clientX - (box?.left ?? 0)) * scale,
        y: (event.clientY - (box?.top ?? 0)) * scale,
        radius: penRadius(width, event),
      };
    },
    [side, width],
  );

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = placeOf(event);
    setPen({ x: at.x, y: at.y, down: false });
    penDown(app, side, at, erases);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // Between two frames a pen tells of many places: a quick curve keeps its shape.
    const { nativeEvent } = event;
    const all = "getCoalescedEvents" in nativeEvent ? nativeEvent.getCoalescedEvents() : [];
    penTo(app, (all.length > 0 ? all : [nativeEvent]).map(placeOf));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const at = { x: pen.x, y: pen.y, radius: width / 2 };
    const next = movedPen(pen, event, side);
    if (next !== null) {
      setPen(next);
      if (pen.down) penTo(app, [{ ...at, x: next.x, y: next.y }]);
    } else if (event.key === " " || event.key === "Enter") {
      if (!pen.down) penDown(app, side, at, erases);
      setPen({ ...pen, down: !pen.down });
    } else if (event.key === "Backspace") undo(app);
    else if (event.key === "Delete") clear(app);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const share = (value: number): string => `${String((100 * value) / side)}%`;
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles["pad"]}
      data-testid="drawing-pad"
      data-erases={erases}
      aria-label={t("tabs.draw.pad")}
      aria-describedby={help}
      aria-valuemin={0}
      aria-valuemax={side}
      aria-valuenow={Math.round(pen.x)}
      aria-valuetext={t(pen.down ? "tabs.draw.penDown" : "tabs.draw.penUp", {
        row: format(pen.y, 1),
        column: format(pen.x, 1),
      })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setPen({ ...pen, down: false });
      }}
    >
      <canvas ref={canvas} className={styles["ink"]} aria-hidden="true" />
      <p id={help} className="visuallyHidden">
        {t("tabs.draw.padHelp")}
      </p>
      {drawn.pixels === null && <p className={styles["invitation"]}>{t("tabs.draw.invitation")}</p>}
      <span
        className={styles["pen"]}
        data-down={pen.down}
        style={{
          insetInlineStart: share(pen.x),
          insetBlockStart: share(pen.y),
          inlineSize: share(width),
          blockSize: share(width),
        }}
      />
    </div>
  );
}
