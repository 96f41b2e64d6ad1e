/**
 * Tabs with one panel in the page at a time. One stop for Tab; arrows, Home and End move and choose,
 * as the ARIA pattern has it.
 */
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
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

/** Where a key leads from place `at` of `count`; null for other keys. */
function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

export function Tabs<T extends string>({
  label,
  value,
  tabs,
  onChange,
  aside,
  className,
}: TabsProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const place = placeAfter(event.key, at, tabs.length);
    const next = place === null ? undefined : tabs[place];
    if (place === null || next === undefined) return;
    event.preventDefault();
    onChange(next.value);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[place]?.focus();
  };
  const open = tabs.find((tab) => tab.value === value);
  return (
    <div className={`${styles["root"]} ${className ?? ""}`}>
      <div className={styles["head"]}>
        <div
          ref={list}
          role="tablist"
          aria-label={label}
          className={styles["list"]}
          onKeyDown={onKeyDown}
          // The tabs in it take the focus; the list only hears their keys.
          tabIndex={-1}
        >
          {tabs.map((tab) => (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              className={styles["tab"]}
              aria-selected={tab.value === value}
              aria-controls={`${id}-panel`}
              tabIndex={tab.value === value ? 0 : -1}
              onClick={() => {
                onChange(tab.value);
              }}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {aside !== undefined && <div className={styles["aside"]}>{aside}</div>}
      </div>
      {open !== undefined && (
        <div
          key={open.value}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${open.value}`}
          className={styles["panel"]}
        >
          {open.panel}
        </div>
      )}
    </div>
  );
}
