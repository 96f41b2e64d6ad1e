/**
 * A button that opens a list of commands and choices. As with Popover, the list itself is a lazy
 * chunk; entries are data, so that a menu can be read and tested without being opened.
 */
import { lazy, Suspense, useRef, useState } from "react";
import { Button, type ButtonProps } from "#/ui/Button.tsx";
import type { MenuEntry } from "#/ui/menuEntry.ts";
import styles from "./floating.module.css";

const loadBody = () => import("#/ui/MenuBody.tsx");
const MenuBody = lazy(async () => ({ default: (await loadBody()).MenuBody }));

export interface MenuProps {
  readonly label: string;
  readonly button: Omit<ButtonProps, "onClick" | "ref">;
  readonly entries: readonly MenuEntry[];
  readonly align?: "start" | "end";
}

export function Menu({ label, button, entries, align = "start" }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const preload = (): void => {
    void loadBody();
  };
  return (
    <span className={styles["holder"]}>
      <Button
        {...button}
        ref={anchor}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => {
          setOpen(!open);
        }}
      />
      {open && (
        <Suspense>
          <MenuBody
            label={label}
            anchor={anchor}
            entries={entries}
            align={align}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
