/** A point one drags over a plot, or moves with the arrow keys: Shift coarse, Alt fine. */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import type { PlotScale, Span } from "#/features/lessons/widgets/scale.ts";
import styles from "#/features/lessons/widgets/Plot.module.css";

interface DragPointProps {
  readonly scale: PlotScale;
  readonly x: number;
  readonly y: number;
  readonly onMove: (x: number, y: number) => void;
  readonly label: string;
  readonly valueText: string;
  /** Written beside the dot. */
  readonly name?: string;
  readonly testId?: string;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function strideOf(event: KeyboardEvent): number {
  if (event.shiftKey) return 0.5;
  return event.altKey ? 0.01 : 0.1;
}

const clamp = (value: number, [from, to]: Span): number => Math.min(Math.max(value, from), to);
/** Thousandths: what is read is finer than nobody's hand. */
const tidy = (value: number): number => Math.round(value * 1000) / 1000;

export function DragPoint(props: DragPointProps): ReactElement {
  const { scale, x, y } = props;
  const held = useRef<{ readonly dx: number; readonly dy: number } | null>(null);

  function move(toX: number, toY: number): void {
    props.onMove(tidy(clamp(toX, scale.x)), tidy(clamp(toY, scale.y)));
  }

  function place(event: PointerEvent<SVGGElement>): readonly [number, number] {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  }

  return (
    <g
      className={styles["point"]}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={scale.x[0]}
      aria-valuemax={scale.x[1]}
      aria-valuenow={x}
      aria-valuetext={props.valueText}
      data-testid={props.testId}
      onKeyDown={(event) => {
        const direction = directions[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        const stride = strideOf(event);
        move(x + stride * direction[0], y + stride * direction[1]);
      }}
      onPointerDown={(event) => {
        const [px, py] = place(event);
        held.current = { dx: scale.px(x) - px, dy: scale.py(y) - py };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (held.current === null) return;
        const [px, py] = place(event);
        move(scale.xAt(px + held.current.dx), scale.yAt(py + held.current.dy));
      }}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
    >
      <circle className={styles["target"]} cx={scale.px(x)} cy={scale.py(y)} r={22} />
      <circle className={styles["dot"]} cx={scale.px(x)} cy={scale.py(y)} r={8} />
      {props.name !== undefined && (
        <text className={styles["pointName"]} x={scale.px(x) + 13} y={scale.py(y) - 8}>
          {props.name}
        </text>
      )}
    </g>
  );
}
