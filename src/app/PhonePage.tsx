/**
 * The page on a phone: decoded image and sparkline over the plane, where no finger covers them, and
 * sheets below. The plane is never hidden. On its side, the sheets stand beside it.
 */
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { ExperimentColumn } from "./ExperimentColumn.tsx";
import { ClassChoice, History, LatentTabs } from "./LatentColumn.tsx";
import { LearningColumn } from "./LearningColumn.tsx";
import { LargeImage } from "#/features/explore/LargeImage.tsx";
import { LatentSliders } from "#/features/explore/LatentSliders.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { PlaneToolbar } from "#/features/latent/PlaneToolbar.tsx";
import { Sparkline } from "#/features/learning/Sparkline.tsx";
import { ReconstructionStrip } from "#/features/reconstruct/ReconstructionStrip.tsx";
import { GuideLine } from "#/features/training/GuideLine.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState, Sheet } from "#/state/types.ts";
import { Tabs } from "#/ui/Tabs.tsx";
import styles from "./PhonePage.module.css";

const selectSheet = (state: AppState) => state.sheet;
const selectSetSheet = (state: AppState) => state.setSheet;

const exploreTab = (
  <div className={styles["explore"]}>
    <PlaneToolbar />
    <ClassChoice />
    <LatentSliders />
    <ReconstructionStrip most={56} />
  </div>
);

const exploreSheet = (
  <>
    <GuideLine />
    <History />
    <LatentTabs explore={exploreTab} />
  </>
);

export function PhonePage() {
  const t = useText();
  const sheet = useAppState(selectSheet);
  const setSheet = useAppState(selectSetSheet);
  const sheets: readonly Sheet[] = ["explore", "experiment", "learning"];
  const content = {
    explore: exploreSheet,
    experiment: <ExperimentColumn />,
    learning: <LearningColumn />,
  };
  return (
    <main className={styles["page"]}>
      <section className={styles["pinned"]} aria-label={t("app.region.latent")}>
        <ErrorBoundary>
          <div className={styles["above"]}>
            <LargeImage compact />
            <Sparkline />
          </div>
          <div className={styles["stage"]}>
            <div className={styles["plane"]}>
              <LatentPlane />
            </div>
          </div>
        </ErrorBoundary>
      </section>
      <Tabs
        className={styles["sheets"] ?? ""}
        label={t("app.region.sheets")}
        value={sheet}
        onChange={setSheet}
        tabs={sheets.map((value) => ({
          value,
          label: value === "explore" ? t("app.tabs.explore") : t(`app.region.${value}`),
          panel: (
            <div className={styles["sheet"]}>
              <ErrorBoundary>{content[value]}</ErrorBoundary>
            </div>
          ),
        }))}
      />
    </main>
  );
}
