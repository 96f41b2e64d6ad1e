/**
 * A button that opens a list of commands and choices. As with Popover, the list itself is a lazy
 * chunk; entries are data, so that a menu can be read and tested without being opened.
 */
import { lazy, Suspense, useRef, useState } from "react";
import { Button, type ButtonProps } from "#/ui/Button.tsx";
import type { IconName } from "#/ui/Icon.tsx";
import styles from "./floating.module.css";

export type MenuEntry =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly onSelect: () => void;
      readonly icon?: IconName;
      /** As people write it: "Ctrl+Z". */
      readonly key?: string;
      readonly disabled?: boolean;
      readonly testId?: string;
    }
  | {
      readonly kind: "check";
      readonly label: string;
      readonly checked: boolean;
      readonly onChange: (checked: boolean) => void;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly onChange: (value: string) => void;
    }
  | { readonly kind: "rule" };

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
