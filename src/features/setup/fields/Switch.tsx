/** On or off: the browser's own checkbox with its state in words, at the right of its row. */
import { useText } from "#/i18n/useText.ts";
import styles from "./Switch.module.css";

export function Switch({
  label,
  on,
  onChange,
  testId,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly testId?: string;
}) {
  const t = useText();
  return (
    <label className={styles["switch"]}>
      <input
        type="checkbox"
        aria-label={label}
        checked={on}
        data-testid={testId}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span aria-hidden="true">{t(on ? "setup.on" : "setup.off")}</span>
    </label>
  );
}
