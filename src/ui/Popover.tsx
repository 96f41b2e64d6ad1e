/**
 * A button that opens a small panel beside itself. What floats comes in a chunk of its own, fetched
 * when the pointer or focus nears the button, so that the first paint does not pay for it.
 */
import { lazy, Suspense, useRef, useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "#/ui/Button.tsx";

const loadBody = () => import("#/ui/PopoverBody.tsx");
const PopoverBody = lazy(async () => ({ default: (await loadBody()).PopoverBody }));

export interface PopoverProps {
  /** Names the panel. */
  readonly label: string;
  /** What the button shows, and how. */
  readonly button: Omit<ButtonProps, "onClick" | "ref">;
  /** The panel; called each time it opens, with the way to close it. */
  readonly children: (close: () => void) => ReactNode;
  readonly align?: "start" | "center" | "end";
}

export function Popover({ label, button, children, align = "end" }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const preload = (): void => {
    void loadBody();
  };
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        {...button}
        ref={anchor}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => {
          setOpen(!open);
        }}
      />
      {open && (
        <Suspense>
          <PopoverBody label={label} anchor={anchor} align={align} onClose={close}>
            {children(close)}
          </PopoverBody>
        </Suspense>
      )}
    </>
  );
}
