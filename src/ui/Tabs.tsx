/** Tabs with one panel in the page at a time; arrows move, as the pattern asks. */
import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import styles from "./Tabs.module.css";

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly tabs: readonly {
    readonly value: T;
    readonly label: string;
    readonly panel: ReactNode;
  }[];
  readonly onChange: (value: T) => void;
  /** Controls that stand at the right of the tabs, or on a line of their own where there is no room. */
  readonly aside?: ReactNode;
  readonly className?: string;
}

export function Tabs<T extends string>({
  label,
  value,
  tabs,
  onChange,
  aside,
  className,
}: TabsProps<T>) {
  return (
    <Radix.Root
      className={`${styles["root"]} ${className ?? ""}`}
      value={value}
      onValueChange={(next) => {
        const chosen = tabs.find((tab) => tab.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <div className={styles["head"]}>
        <Radix.List className={styles["list"]} aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.value} value={tab.value} className={styles["tab"]}>
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside !== undefined && <div className={styles["aside"]}>{aside}</div>}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className={styles["panel"]}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
