/** A named group that takes what is dropped on it; its holder offers the same to the keyboard. */
import { useState, type DragEvent, type ReactElement, type ReactNode } from "react";

export interface DropAreaProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly "data-testid"?: string;
  readonly onDrop: (dropped: DataTransfer) => void;
  /** `data-over` stands on the group while something is held over it. */
  readonly children: ReactNode;
}

export function DropArea({ label, onDrop, children, ...rest }: DropAreaProps): ReactElement {
  const [over, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a drop is a pointer's way alone; the holder has its twin for keys
    <div
      {...rest}
      role="group"
      aria-label={label}
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
