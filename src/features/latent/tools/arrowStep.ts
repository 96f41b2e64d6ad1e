/** How far an arrow key moves something on the plane: as the handle. */

const arrows: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export interface ArrowKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Prior s.d. to the right and up; null for other keys. */
export function arrowStep(event: ArrowKey): readonly [right: number, up: number] | null {
  const arrow = arrows[event.key];
  if (arrow === undefined || event.ctrlKey || event.metaKey) return null;
  const step = event.altKey ? 0.01 : event.shiftKey ? 0.5 : 0.1;
  return [arrow[0] * step, arrow[1] * step];
}
