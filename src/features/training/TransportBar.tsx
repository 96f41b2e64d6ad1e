/** The bar at the top: the run's controls and words at the left, the page's at the right. */
import { AppearanceButtons } from "./AppearanceButtons.tsx";
import { BackendChip } from "./BackendChip.tsx";
import { ResetButtons, SpeedMenu, StepButtons, TrainButton } from "./RunButtons.tsx";
import { ProgressLine, RunStatus } from "./RunStatus.tsx";
import { ShareButton } from "./ShareButton.tsx";
import { lazy, Suspense, type ReactNode } from "react";
import { useText } from "#/i18n/useText.ts";
import styles from "./TransportBar.module.css";

const MoreMenu = lazy(async () => ({ default: (await import("./MoreMenu.tsx")).MoreMenu }));

interface TransportBarProps {
  readonly modes: ReactNode;
  /** False where the page has runs of its own, with controls of their own. */
  readonly plays: boolean;
  readonly onShowKeys: () => void;
  readonly onSlowMotion: () => void;
}

export function TransportBar({ modes, plays, onShowKeys, onSlowMotion }: TransportBarProps) {
  const t = useText();
  return (
    <header className={styles["bar"]}>
      <div className={styles["row"]}>
        <h1 className={styles["title"]}>{t("app.title")}</h1>
        {plays && (
          <>
            <div className={styles["run"]} role="group" aria-label={t("app.region.transport")}>
              <TrainButton />
              <StepButtons />
              <ResetButtons />
              <SpeedMenu onSlowMotion={onSlowMotion} />
            </div>
            <RunStatus />
          </>
        )}
        <div className={styles["page"]}>
          {modes}
          <BackendChip />
          <ShareButton />
          {/* Its place is kept. */}
          <Suspense fallback={<span className={styles["more"]} />}>
            <MoreMenu onShowKeys={onShowKeys} />
          </Suspense>
          <AppearanceButtons />
        </div>
      </div>
      {plays && <ProgressLine />}
    </header>
  );
}
