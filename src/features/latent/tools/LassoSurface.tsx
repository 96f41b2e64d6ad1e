/** Lies over the plane while a line is drawn round points: what it holds is one of the two groups. */
import { useRef, useState, type PointerEvent } from "react";
import { pointsWithin } from "#/core/latent/lasso.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";
import { useToolEnd } from "#/features/latent/tools/StopSurface.tsx";
import styles from "#/features/latent/tools/tools.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { chooseTool, select } from "#/state/tools/tools.ts";
import type { Side } from "#/state/tools/types.ts";

interface LassoSurfaceProps {
  readonly side: Side;
  readonly port: PlanePort;
  readonly geometry: PlaneGeometry;
}

export function LassoSurface({ side, port, geometry }: LassoSurfaceProps) {
  const t = useText();
  const app = useAppParts();
  const line = useRef<number[]>([]);
  const [shown, setShown] = useState("");
  useToolEnd();

  function add(event: PointerEvent<HTMLDivElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    line.current.push(
      (event.clientX - box.left) / Math.max(box.width, 1),
      (event.clientY - box.top) / Math.max(box.height, 1),
    );
    setShown(line.current.map((p) => String(Math.round(1000 * p))).join(" "));
  }

  function finish(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const points = app.frames.shown()?.points;
    if (points !== undefined) {
      const positions = geometry.positions(points, port.axes(), port.window());
      const indices = pointsWithin(line.current, positions).map((row) => points.indices[row] ?? 0);
      if (indices.length > 0) {
        select(app, side, { kind: "lasso", indices });
        chooseTool(app, null);
      }
    }
    line.current = [];
    setShown("");
  }

  return (
    <>
      <div
        data-own
        className={styles["surface"]}
        data-testid="lasso-surface"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          line.current = [];
          add(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) add(event);
        }}
        onPointerUp={finish}
      />
      <svg className={styles["lasso"]} viewBox="0 0 1000 1000" aria-hidden="true">
        <polygon points={shown} />
      </svg>
      <p className={styles["hint"]} role="status">
        {t("tabs.direction.lassoSurface", { side: side.toUpperCase() })}
      </p>
    </>
  );
}
