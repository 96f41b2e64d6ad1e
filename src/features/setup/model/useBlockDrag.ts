/**
 * Dragging a block up and down among its side's blocks. The list changes when it is let go; until
 * then the block follows the pointer and a line shows where it would land.
 */
import { type PointerEvent, type RefObject, useRef, useState } from "react";
import { type Side, dropIndex } from "#/features/setup/model/blockEdits.ts";

/** A pointer that moves less than this has clicked. CSS pixels. */
const SLACK = 6;

export interface BlockDrag {
  readonly side: Side;
  readonly from: number;
  /** Where it would land. */
  readonly to: number;
  /** How far it has been pulled, CSS pixels. */
  readonly offset: number;
}

interface Grip {
  readonly side: Side;
  readonly index: number;
  readonly startY: number;
  readonly middles: readonly number[];
}

export interface BlockDragHandlers {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
  onPointerCancel(): void;
}

export function useBlockDrag(
  drawing: RefObject<HTMLElement | null>,
  onDrop: (side: Side, from: number, to: number) => void,
): {
  readonly drag: BlockDrag | null;
  handlers(side: Side, index: number): BlockDragHandlers;
  /** True once after a drag, so that the click that follows it opens nothing. */
  wasDragged(): boolean;
} {
  const [drag, setDrag] = useState<BlockDrag | null>(null);
  const grip = useRef<Grip | null>(null);
  const dragged = useRef(false);

  const stop = (): void => {
    grip.current = null;
    setDrag(null);
  };
  return {
    drag,
    wasDragged() {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
    handlers: (side, index) => ({
      onPointerDown(event) {
        dragged.current = false;
        // A finger on the drawing scrolls the column; it moves blocks by the buttons instead.
        if (event.button !== 0 || event.pointerType === "touch") return;
        const blocks = drawing.current?.querySelectorAll(`[data-side="${side}"]`) ?? [];
        const middles = Array.from(blocks, (block) => {
          const box = block.getBoundingClientRect();
          return box.top + box.height / 2;
        });
        grip.current = { side, index, startY: event.clientY, middles };
      },
      onPointerMove(event) {
        const held = grip.current;
        if (held === null) return;
        const offset = event.clientY - held.startY;
        if (drag === null && Math.abs(offset) < SLACK) return;
        if (drag === null) event.currentTarget.setPointerCapture(event.pointerId);
        const middle = (held.middles[held.index] ?? 0) + offset;
        const to = dropIndex(held.middles, held.index, middle);
        setDrag({ side: held.side, from: held.index, to, offset });
      },
      onPointerUp() {
        if (drag !== null) {
          dragged.current = true;
          if (drag.to !== drag.from) onDrop(drag.side, drag.from, drag.to);
        }
        stop();
      },
      onPointerCancel: stop,
    }),
  };
}
