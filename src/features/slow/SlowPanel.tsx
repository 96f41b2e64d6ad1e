/** Slow motion over the foot of the page in Play: the rest stays as it is and can be used. */
import type { ReactElement } from "react";
import { SlowMotion } from "#/features/slow/SlowMotion.tsx";
import styles from "#/features/slow/SlowMotion.module.css";
import { useText } from "#/i18n/useText.ts";
import { IconButton } from "#/ui/Button.tsx";

export function SlowPanel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useText();
  return (
    <aside className={styles["panel"]} aria-label={t("lessons.slow.title")}>
      <header className={styles["panelHead"]}>
        <h2>{t("lessons.slow.title")}</h2>
        <IconButton icon="close" label={t("lessons.slow.close")} onClick={onClose} />
      </header>
      <div className={styles["panelBody"]}>
        <SlowMotion />
      </div>
    </aside>
  );
}
