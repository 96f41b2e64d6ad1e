/** Lies over the plane while presses add stops: on a point its image, elsewhere the place. */
import { useEffect, type PointerEvent } from "react";
import { fromScreen, lift } from "#/core/latent/plane.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";
import styles from "#/features/latent/tools/tools.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { addStops } from "#/state/tools/path.ts";
import { chooseTool } from "#/state/tools/tools.ts";
import type { StopOf } from "#/state/tools/types.ts";

/** How near a press is on a point, CSS pixels. */
const near = 6;

export function StopSurface({ port }: { readonly port: PlanePort }) {
  const t = useText();
  const app = useAppParts();
  useToolEnd();

  function add(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const side = Math.max(box.width, 1);
    const u = (event.clientX - box.left) / side;
    const v = (event.clientY - box.top) / side;
    const row = port.pick(u, v, near / side);
    const index = row === null ? undefined : app.frames.shown()?.points.indices[row];
    const { z } = app.store.getState();
    const place = lift(port.axes(), z, fromScreen(port.window(), u, v));
    const of: StopOf = index === undefined ? { kind: "place", z: place } : { kind: "test", index };
    addStops(app, [of]);
  }

  return (
    <>
      <div data-own className={styles["surface"]} data-testid="stop-surface" onPointerUp={add} />
      <p className={styles["hint"]} role="status">
        {t("tabs.path.pressHelp")}
      </p>
    </>
  );
}

/** Escape gives the plane back to the handle. */
export function useToolEnd(): void {
  const app = useAppParts();
  useEffect(() => {
    const controller = new AbortController();
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape" && !event.defaultPrevented) chooseTool(app, null);
      },
      { signal: controller.signal },
    );
    return () => {
      controller.abort();
    };
  }, [app]);
}
