/** The stops of the path on the plane: drag one, or move it by keyboard. */
import { useId, useRef, type KeyboardEvent, type PointerEvent } from "react";
import { stopName } from "#/core/latent/stopNames.ts";
import { fromScreen, lift, project, toScreen, type PlanePoint } from "#/core/latent/plane.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";
import { arrowStep } from "#/features/latent/tools/arrowStep.ts";
import styles from "#/features/latent/tools/tools.module.css";
import { usePlaneView } from "#/features/latent/usePlaneView.ts";
import { zText } from "#/features/latent/zText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { moveStop, removeStop } from "#/state/tools/path.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { PathStop } from "#/state/tools/types.ts";
import type { AppState } from "#/state/types.ts";

const selectStops = (s: AppState) => toolsOf(s).path.stops;

/** A press that moves less is a click. CSS pixels. */
const slop = 4;

export function StopMarks({ port }: { readonly port: PlanePort }) {
  const t = useText();
  const help = useId();
  const stops = useAppState(selectStops);
  return (
    <>
      <p id={help} className="visuallyHidden">
        {t("tabs.path.stopHelp")}
      </p>
      {stops.map((stop, place) => (
        <StopMark key={stop.id} stop={stop} name={stopName(place)} port={port} help={help} />
      ))}
    </>
  );
}

interface StopMarkProps {
  readonly stop: PathStop;
  readonly name: string;
  readonly port: PlanePort;
  readonly help: string;
}

function StopMark({ stop, name, port, help }: StopMarkProps) {
  const t = useText();
  const format = useNumberFormat();
  const app = useAppParts();
  const { axes, window, latent } = usePlaneView();
  const pressed = useRef<{ readonly x: number; readonly y: number; moved: boolean } | null>(null);
  const { z, id } = stop;
  if (z?.length !== latent) return null;
  const [u, v] = toScreen(window, project(axes, z));
  const clamp = (p: number): number => Math.min(Math.max(p, 0), 1);

  const moveTo = (point: PlanePoint): void => {
    moveStop(app, id, lift(port.axes(), z, point));
  };

  function onPointerDown(event: PointerEvent<HTMLButtonElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = { x: event.clientX, y: event.clientY, moved: false };
  }

  function onPointerMove(event: PointerEvent<HTMLButtonElement>): void {
    const press = pressed.current;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (press === null || box === undefined) return;
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > slop) press.moved = true;
    if (!press.moved) return;
    const place = (at: number, start: number, length: number) =>
      Math.min(Math.max((at - start) / Math.max(length, 1), 0.001), 0.999);
    moveTo(
      fromScreen(
        port.window(),
        place(event.clientX, box.left, box.width),
        place(event.clientY, box.top, box.height),
      ),
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = arrowStep(event);
    if (step !== null) {
      const [a, b] = project(axes, z ?? []);
      moveTo([Number((a + step[0]).toFixed(12)), Number((b + step[1]).toFixed(12))]);
    } else if (event.key === "Delete" || event.key === "Backspace") removeStop(app, id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <button
      type="button"
      data-own
      className={styles["stop"]}
      data-outside={u !== clamp(u) || v !== clamp(v)}
      aria-label={t("tabs.path.stopMark", { name, place: zText(z, format) })}
      aria-describedby={help}
      style={{
        insetInlineStart: `${String(100 * clamp(u))}%`,
        insetBlockStart: `${String(100 * clamp(v))}%`,
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerCancel={() => {
        pressed.current = null;
      }}
      onClick={() => {
        const dragged = pressed.current?.moved === true;
        pressed.current = null;
        if (!dragged) app.store.getState().setZ(z, "hand");
      }}
      onKeyDown={onKeyDown}
    >
      {name}
    </button>
  );
}
