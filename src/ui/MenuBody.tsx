/** The open list of a Menu. Loaded lazily by Menu.tsx. */
import { DropdownMenu as Radix } from "radix-ui";
import type { RefObject } from "react";
import { Icon } from "#/ui/Icon.tsx";
import type { MenuEntry } from "#/ui/menuEntry.ts";
import styles from "./floating.module.css";
import own from "./MenuBody.module.css";

export interface MenuBodyProps {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly entries: readonly MenuEntry[];
  readonly align: "start" | "end";
  readonly onClose: () => void;
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case "action":
      return (
        <Radix.Item
          className={styles["item"]}
          disabled={entry.disabled ?? false}
          onSelect={entry.onSelect}
          data-testid={entry.testId}
        >
          {entry.icon !== undefined && (
            <span className={styles["mark"]}>
              <Icon name={entry.icon} />
            </span>
          )}
          <span className={styles["words"]}>{entry.label}</span>
          {entry.key !== undefined && <kbd className={styles["key"]}>{entry.key}</kbd>}
        </Radix.Item>
      );
    case "check":
      return (
        <Radix.CheckboxItem
          className={styles["item"]}
          checked={entry.checked}
          onCheckedChange={entry.onChange}
        >
          <Radix.ItemIndicator className={styles["mark"]}>
            <Icon name="check" />
          </Radix.ItemIndicator>
          <span className={styles["words"]}>{entry.label}</span>
        </Radix.CheckboxItem>
      );
    case "choice":
      return (
        <Radix.RadioGroup
          value={entry.value}
          onValueChange={entry.onChange}
          aria-label={entry.label}
        >
          <Radix.Label className={styles["caption"]}>{entry.label}</Radix.Label>
          {entry.options.map((option) => (
            <Radix.RadioItem key={option.value} value={option.value} className={styles["item"]}>
              <Radix.ItemIndicator className={styles["mark"]}>
                <Icon name="check" />
              </Radix.ItemIndicator>
              <span className={styles["words"]}>{option.label}</span>
            </Radix.RadioItem>
          ))}
        </Radix.RadioGroup>
      );
    case "rule":
      return <Radix.Separator className={styles["rule"]} />;
  }
}

export function MenuBody({ label, anchor, entries, align, onClose }: MenuBodyProps) {
  return (
    <Radix.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {/* Radix wants a trigger of its own to place the list by; the visible button stays as it is. */}
      <Radix.Trigger asChild>
        <span className={styles["anchor"]} aria-hidden="true" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={`${styles["floating"]} ${styles["menu"]} ${own["list"]}`}
          aria-labelledby={undefined}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            // The button itself closes by its click; closing here too would open it again.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) {
              event.preventDefault();
            }
          }}
        >
          {entries.map((entry, i) => (
            // Entries are a fixed list: their place is their identity.
            <Entry key={i} entry={entry} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
