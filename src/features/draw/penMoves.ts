/** The pen by keyboard: where a key takes it. In pixels of the model's image. */

export interface Pen {
  readonly x: number;
  readonly y: number;
  readonly down: boolean;
}

export interface PenKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Null for keys that do not move the pen. It stays on the pad. */
export function movedPen(pen: Pen, event: PenKey, side: number): Pen | null {
  const arrow = arrows[event.key];
  if (arrow === undefined) return null;
  const step = event.altKey ? 0.25 : event.shiftKey ? 4 : 1;
  const within = (value: number): number => Math.min(Math.max(value, 0), side);
  return {
    x: within(pen.x + arrow[0] * step),
    y: within(pen.y + arrow[1] * step),
    down: pen.down,
  };
}

/** How thick the pen is: pressure counts where there is a pen that tells of it. */
export function penRadius(width: number, event: { pointerType: string; pressure: number }): number {
  const pressed = event.pointerType === "pen" && event.pressure > 0;
  return (width / 2) * (pressed ? 0.5 + event.pressure : 1);
}
