/** The bar at the top: the run's controls and words at the left, the page's at the right. */
import { AppearanceButtons } from "./AppearanceButtons.tsx";
import { BackendChip } from "./BackendChip.tsx";
import { MoreMenu } from "./MoreMenu.tsx";
import { ResetButtons, SpeedMenu, StepButtons, TrainButton } from "./RunButtons.tsx";
import { ProgressLine, RunStatus } from "./RunStatus.tsx";
import { ShareButton } from "./ShareButton.tsx";
import { useText } from "#/i18n/useText.ts";
import styles from "./TransportBar.module.css";

export function TransportBar({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const t = useText();
  return (
    <header className={styles["bar"]}>
      <div className={styles["row"]}>
        <h1 className={styles["title"]}>{t("app.title")}</h1>
        <div className={styles["run"]} role="group" aria-label={t("app.region.transport")}>
          <TrainButton />
          <StepButtons />
          <ResetButtons />
          <SpeedMenu />
        </div>
        <RunStatus />
        <div className={styles["page"]}>
          <BackendChip />
          <ShareButton />
          <MoreMenu onShowKeys={onShowKeys} />
          <AppearanceButtons />
        </div>
      </div>
      <ProgressLine />
    </header>
  );
}
