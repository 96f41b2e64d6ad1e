/**
 * Play in lecturer's mode: the plane over the run's line, the large image and one panel that one
 * chooses; nothing else.
 */
import { Suspense, useEffect, useState, type ComponentType, type ReactElement } from "react";
import styles from "./StagePlay.module.css";
import { Bars } from "../lessons/chartViews.tsx";
import { ErrorBoundary } from "../ErrorBoundary.tsx";
import { LargeImage } from "#/features/explore/LargeImage.tsx";
import { LatentSliders } from "#/features/explore/LatentSliders.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { Diagnosis } from "#/features/learning/Diagnosis.tsx";
import { LossChart } from "#/features/learning/LossChart.tsx";
import { ReconstructionStrip } from "#/features/reconstruct/ReconstructionStrip.tsx";
import { TrainButton } from "#/features/training/RunButtons.tsx";
import { RunStatus } from "#/features/training/RunStatus.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import { useMedia } from "#/ui/useMedia.ts";

const panels = ["curves", "klBars", "strip", "sliders"] as const;
type PanelName = (typeof panels)[number];

const parts: Readonly<Record<PanelName, ComponentType>> = {
  curves: Curves,
  klBars: Bars,
  strip: () => <ReconstructionStrip most={56} />,
  sliders: LatentSliders,
};

/** Both panels and their axis in sight under the picture, at a projector's 720 lines. */
function Curves(): ReactElement {
  const low = useMedia("(max-height: 899.98px)");
  return <LossChart view="chart" low={low} />;
}

const selectUncovered = (state: AppState) => state.uncovered;

/** The panel so many places on, round and round. */
function panelAfter(panel: PanelName, by: 1 | -1): PanelName {
  const at = (panels.indexOf(panel) + by + panels.length) % panels.length;
  return panels[at] ?? panel;
}

export function StagePlay(): ReactElement {
  const t = useText();
  const uncovered = useAppState(selectUncovered);
  const [panel, setPanel] = useState<PanelName>("curves");
  // What remotes send: there are no steps here, so they go through the panels.
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      const by = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : null;
      if (by === null || event.defaultPrevented) return;
      event.preventDefault();
      setPanel((last) => panelAfter(last, by));
    }
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener("keydown", pressed);
    };
  }, []);
  const Part = parts[panel];
  return (
    <main className={styles["stage"]} data-testid="stage-play">
      <div className={styles["room"]}>
        <div className={styles["plane"]}>
          <ErrorBoundary>
            <LatentPlane />
          </ErrorBoundary>
        </div>
        <div className={styles["run"]} role="group" aria-label={t("app.region.transport")}>
          <TrainButton />
          <RunStatus />
        </div>
      </div>
      <div className={styles["side"]}>
        <LargeImage />
        <section className={styles["panel"]} aria-label={t(`lessons.stage.panels.${panel}`)}>
          <ErrorBoundary key={panel}>
            <Suspense>
              {uncovered && panel === "curves" && <Diagnosis held={false} />}
              <Part />
            </Suspense>
          </ErrorBoundary>
        </section>
        <ToggleGroup
          label={t("lessons.stage.panel")}
          value={panel}
          options={panels.map((value) => ({ value, label: t(`lessons.stage.panels.${value}`) }))}
          onChange={setPanel}
        />
      </div>
    </main>
  );
}
