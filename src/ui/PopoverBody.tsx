/** The floating panel of Popover and Tip, placed and dismissed by Radix. Loaded lazily by both. */
import { Popover as Radix } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import styles from "./floating.module.css";

export interface PopoverBodyProps {
  /** Names the panel; a tip needs none, its words are its name. */
  readonly label?: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly align: "start" | "center" | "end";
  readonly onClose: () => void;
  /** A tip of this id: leaves the focus where it is. */
  readonly tip?: string;
  readonly children: ReactNode;
}

export function PopoverBody({ label, anchor, align, onClose, tip, children }: PopoverBodyProps) {
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          className={`${styles["floating"]} ${styles["panel"]}`}
          {...(tip === undefined ? { "aria-label": label } : { role: "tooltip", id: tip })}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            if (tip !== undefined) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (tip === undefined) anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            // The button itself closes by its click; closing here too would open it again.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) {
              event.preventDefault();
            }
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
