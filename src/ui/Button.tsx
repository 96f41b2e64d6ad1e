/** Buttons: a native button in the page's dress. The filled one is for Train alone. */
import type { ButtonHTMLAttributes, Ref } from "react";
import { Icon, type IconName } from "#/ui/Icon.tsx";
import styles from "./Button.module.css";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: "plain" | "filled" | "quiet";
  readonly icon?: IconName;
  /** For a button that stays in or out; sets aria-pressed. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly "data-testid"?: string;
}

export function Button({
  look = "plain",
  icon,
  pressed,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...rest}
      className={`${styles["button"]} ${styles[look]} ${className ?? ""}`}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "children"> {
  readonly icon: IconName;
  /** Its name, and its tip. */
  readonly label: string;
}

export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <Button
      look="quiet"
      title={label}
      aria-label={label}
      {...rest}
      className={`${styles["iconOnly"]} ${className ?? ""}`}
    />
  );
}
