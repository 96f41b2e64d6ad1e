/** A named region that scrolls, with the pointer and from the keyboard; its holder says how high it may be. */
import type { ReactElement, ReactNode } from "react";
import styles from "#/ui/ScrollRegion.module.css";

export interface ScrollRegionProps {
  readonly name: string;
  readonly className?: string | undefined;
  readonly "data-testid"?: string;
  readonly children: ReactNode;
}

export function ScrollRegion({
  name,
  className,
  children,
  ...rest
}: ScrollRegionProps): ReactElement {
  return (
    <div
      {...rest}
      className={`${styles["region"]} ${className ?? ""}`}
      role="region"
      aria-label={name}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll what has the focus
      tabIndex={0}
    >
      {children}
    </div>
  );
}
