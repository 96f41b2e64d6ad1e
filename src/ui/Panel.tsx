/** A region of the page: a surface with a hairline, a title and what it holds. */
import { useId, type ReactNode } from "react";
import styles from "./Panel.module.css";

export interface PanelProps {
  readonly title: ReactNode;
  /** Controls that stand at the right of the title. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Panel({ title, aside, level = 2, className, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id} className={`${styles["panel"]} ${className ?? ""}`}>
      <div className={styles["head"]}>
        <Heading id={id} className={styles["title"]}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}
