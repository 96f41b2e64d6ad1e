/** The handle: the point in hand on the plane. Its gestures are the plane's own (gestures.ts). */
import type { KeyboardEvent, Ref } from "react";
import { project, toScreen, type PlaneAxes, type PlaneWindow } from "#/core/latent/plane.ts";
import { pressPlaneKey } from "#/features/latent/planeKeys.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./Handle.module.css";

const selectZ = (s: AppState) => s.z;
const selectHovered = (s: AppState) => s.hoveredPoint;

/** Range told to assistive technology; the handle itself has no limits. */
const LOWEST = -15;
const HIGHEST = 15;

export interface HandleProps {
  readonly axes: PlaneAxes;
  readonly axisNames: readonly [string, string];
  readonly window: PlaneWindow;
  readonly port: PlanePort;
  readonly helpId: string;
  readonly ref: Ref<HTMLDivElement>;
}

export function Handle({ axes, axisNames, window, port, helpId, ref }: HandleProps) {
  const t = useText();
  const format = useNumberFormat();
  const z = useAppState(selectZ);
  const hovered = useAppState(selectHovered);
  const [a, b] = project(axes, z);
  const [u, v] = toScreen(window, [a, b]);
  const clamp = (p: number): number => Math.min(Math.max(p, 0), 1);
  const outside = u < 0 || u > 1 || v < 0 || v > 1;

  function onKeyDown(event: KeyboardEvent): void {
    if (pressPlaneKey(port, event, hovered)) event.preventDefault();
  }

  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      data-testid="latent-handle"
      className={styles["handle"]}
      data-outside={outside}
      aria-label={t("latent.handleLabel")}
      aria-describedby={helpId}
      aria-valuemin={LOWEST}
      aria-valuemax={HIGHEST}
      aria-valuenow={Number(Math.min(Math.max(a, LOWEST), HIGHEST).toFixed(2))}
      aria-valuetext={t("latent.handleValue", {
        first: axisNames[0],
        second: axisNames[1],
        a: format(a, 2),
        b: format(b, 2),
      })}
      style={{
        insetInlineStart: `${String(100 * clamp(u))}%`,
        insetBlockStart: `${String(100 * clamp(v))}%`,
      }}
      onKeyDown={onKeyDown}
    />
  );
}
