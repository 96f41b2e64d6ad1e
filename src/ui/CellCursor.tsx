/**
 * A cursor over a sheet of cells drawn on one canvas: pixels of an image, samples, a grid. Pointer
 * and keyboard move the same outline; Enter or a click picks. To assistive technology it is a grid
 * of which only the cell in hand is in the document. Draws nothing of the sheet itself.
 */
import {
  useId,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { cellAt, movedCell } from "#/ui/cellMoves.ts";
import styles from "./CellCursor.module.css";

interface CellCursorProps {
  readonly rows: number;
  readonly columns: number;
  /** What the sheet shows. */
  readonly label: string;
  /** What a cell shows; asked for the cell in hand alone. */
  readonly describe: (index: number) => string;
  readonly onHover?: (index: number | null) => void;
  readonly onPick?: (index: number) => void;
  /** The canvas, hidden from assistive technology. */
  readonly children: ReactNode;
}

function indexUnder(event: PointerEvent, props: CellCursorProps): number {
  const box = event.currentTarget.getBoundingClientRect();
  const u = (event.clientX - box.left) / box.width;
  const v = (event.clientY - box.top) / box.height;
  return cellAt(props, u, v);
}

export function CellCursor(props: CellCursorProps): ReactElement {
  const { rows, columns, label, describe, onHover, onPick, children } = props;
  const id = useId();
  const [cell, setCell] = useState(0);
  const [shown, setShown] = useState(false);
  const index = Math.min(cell, rows * columns - 1);

  function show(next: number): void {
    setCell(next);
    setShown(true);
    if (!shown || next !== cell) onHover?.(next);
  }

  function hide(): void {
    setShown(false);
    onHover?.(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = movedCell(props, index, event.key, event.shiftKey);
    if (next !== null) show(next);
    else if (onPick !== undefined && (event.key === "Enter" || event.key === " ")) onPick(index);
    else return;
    event.preventDefault();
  }

  const row = Math.floor(index / columns);
  const column = index % columns;
  const place = {
    insetInlineStart: `${(100 * column) / columns}%`,
    insetBlockStart: `${(100 * row) / rows}%`,
    inlineSize: `${100 / columns}%`,
    blockSize: `${100 / rows}%`,
  };
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={rows}
      aria-colcount={columns}
      aria-readonly="true"
      aria-activedescendant={id}
      tabIndex={0}
      className={styles["sheet"]}
      data-picks={onPick !== undefined}
      onPointerMove={(event) => {
        show(indexUnder(event, props));
      }}
      onPointerLeave={hide}
      onClick={(event) => {
        // A click made by assistive technology has no place of its own: it means the cell in hand.
        const box = event.currentTarget.getBoundingClientRect();
        const made = event.detail === 0;
        const u = (event.clientX - box.left) / box.width;
        const v = (event.clientY - box.top) / box.height;
        onPick?.(made ? index : cellAt(props, u, v));
      }}
      onFocus={() => {
        show(index);
      }}
      onBlur={hide}
      onKeyDown={onKeyDown}
    >
      {children}
      <div role="row" aria-rowindex={row + 1}>
        <div
          role="gridcell"
          id={id}
          aria-colindex={column + 1}
          aria-label={describe(index)}
          className={styles["cell"]}
          data-shown={shown}
          style={place}
        />
      </div>
    </div>
  );
}
