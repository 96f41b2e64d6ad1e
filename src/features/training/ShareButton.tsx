/** The experiment as a link. The panel, with its QR code, is a chunk of its own. */
import { lazy, Suspense } from "react";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useText } from "#/i18n/useText.ts";
import { Popover } from "#/ui/Popover.tsx";
import styles from "./TransportBar.module.css";

const SharePanel = lazy(async () => {
  const [{ SharePanel: component }] = await Promise.all([
    import("./SharePanel.tsx"),
    loadLaterEnglish(),
  ]);
  return { default: component };
});

export function ShareButton() {
  const t = useText();
  return (
    <Popover
      label={t("training.share.title")}
      button={{
        look: "quiet",
        icon: "share",
        title: t("training.share.title"),
        children: <span className={styles["word"]}>{t("training.share.button")}</span>,
      }}
    >
      {() => (
        <Suspense>
          <SharePanel />
        </Suspense>
      )}
    </Popover>
  );
}
