/** Class numerals or names at the medians of their points; one in question dims the others. */
import { useRef, useState, type KeyboardEvent } from "react";
import { classMedians, isInside } from "#/core/latent/placement.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import { memoLast } from "#/features/latent/memoLast.ts";
import { spreadDiscs } from "#/features/latent/spreadDiscs.ts";
import { usePlaneView } from "#/features/latent/usePlaneView.ts";
import { useText } from "#/i18n/useText.ts";
import { classColour } from "#/ui/palette.ts";
import { useTheme } from "#/ui/theme.tsx";
import styles from "./ClassDiscs.module.css";

/** Share of a disc's width left of its median: half, but less or more where the frame ends. */
function anchor(u: number): number {
  const rim = 0.1;
  if (u < rim) return 0.5 * (u / rim);
  if (u > 1 - rim) return 1 - 0.5 * ((1 - u) / rim);
  return 0.5;
}

export interface ClassDiscsProps {
  readonly geometry: PlaneGeometry;
  readonly classes: readonly string[];
  /** Of the frame, CSS pixels. */
  readonly side: number;
  /** Tells which class is in question; null for none. */
  readonly onOnly: (label: number | null) => void;
}

export function ClassDiscs({ geometry, classes, side, onOnly }: ClassDiscsProps) {
  const t = useText();
  const theme = useTheme();
  const { frame, axes, window } = usePlaneView();
  const [medians] = useState(() => memoLast(classMedians));
  const group = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [held, setHeld] = useState<number | null>(null);
  if (frame === null) return null;

  const placed = medians(
    geometry.positions(frame.points, axes, window),
    frame.points.labels,
  ).filter(({ u, v, label }) => isInside(u, v) && label < classes.length);
  const discs = spreadDiscs(placed, classes, side);
  const tabStop = discs.some(({ label }) => label === current) ? current : discs[0]?.label;

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = discs.findIndex(({ label }) => label === tabStop);
    const next = (at + by + discs.length) % discs.length;
    group.current?.querySelectorAll("button").item(next).focus();
  }

  return (
    <div ref={group} role="group" aria-label={t("latent.classes")}>
      {discs.map(({ label, u, v }) => {
        const name = classes[label] ?? String(label);
        return (
          <button
            key={label}
            type="button"
            data-own
            className={styles["disc"]}
            tabIndex={label === tabStop ? 0 : -1}
            aria-label={t("latent.classDisc", { name })}
            aria-pressed={held === label}
            style={{
              insetInlineStart: `${String(100 * u)}%`,
              insetBlockStart: `${String(100 * v)}%`,
              translate: `${String(-100 * anchor(u))}% -50%`,
              borderColor: classColour(theme, label),
            }}
            onPointerEnter={() => {
              onOnly(label);
            }}
            onPointerLeave={() => {
              onOnly(held);
            }}
            onFocus={() => {
              setCurrent(label);
              onOnly(label);
            }}
            onBlur={() => {
              onOnly(held);
            }}
            onKeyDown={onKeyDown}
            onClick={() => {
              const next = held === label ? null : label;
              setHeld(next);
              onOnly(next);
            }}
          >
            {name}
          </button>
        );
      })}
    </div>
  );
}
