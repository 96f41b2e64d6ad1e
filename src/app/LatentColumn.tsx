/** The middle of the page: tabs over the plane with all that belongs to it, and the history below. */
import { Suspense, useMemo, type ReactNode } from "react";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { lazyColumn } from "./lazyColumn.ts";
import { useLayout } from "./useLayout.ts";
import { LargeImage } from "#/features/explore/LargeImage.tsx";
import { LatentSliders } from "#/features/explore/LatentSliders.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { PlaneToolbar } from "#/features/latent/PlaneToolbar.tsx";
import { ReconstructionStrip } from "#/features/reconstruct/ReconstructionStrip.tsx";
import { GuideLine } from "#/features/training/GuideLine.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import { selectConditional } from "#/state/shownModel.ts";
import type { AppState, Tab } from "#/state/types.ts";
import { Tabs } from "#/ui/Tabs.tsx";
import { useMedia } from "#/ui/useMedia.ts";
import styles from "./LatentColumn.module.css";

// The first paint shows "Explore"; the others are fetched when they are opened.
const ReconstructTab = lazyColumn(
  async () => (await import("#/features/reconstruct/ReconstructTab.tsx")).ReconstructTab,
);
const SamplesTab = lazyColumn(
  async () => (await import("#/features/samples/SamplesTab.tsx")).SamplesTab,
);
const GridTab = lazyColumn(async () => (await import("#/features/samples/GridTab.tsx")).GridTab);
const InterpolateTab = lazyColumn(
  async () => (await import("#/features/interpolate/InterpolateTab.tsx")).InterpolateTab,
);
const DrawTab = lazyColumn(async () => (await import("#/features/draw/DrawTab.tsx")).DrawTab);
const HistoryStrip = lazyColumn(
  async () => (await import("#/features/history/HistoryStrip.tsx")).HistoryStrip,
);
const LabelPicker = lazyColumn(
  async () => (await import("#/features/explore/LabelPicker.tsx")).LabelPicker,
);

const selectTab = (state: AppState) => state.tab;
const selectSetTab = (state: AppState) => state.setTab;

/** The class to decode for, of conditional models: stands in every tab. */
export function ClassChoice() {
  if (!useAppState(selectConditional)) return null;
  return (
    <Suspense>
      <LabelPicker />
    </Suspense>
  );
}

interface LatentTabsProps {
  readonly explore: ReactNode;
  readonly aside?: ReactNode;
  /** Where they are out of sight beside the further tabs: for those that work on them. */
  readonly plane?: ReactNode;
  readonly image?: ReactNode;
}

const order = ["explore", "reconstruct", "samples", "grid", "interpolate", "draw"] as const;

/** Tabs around whatever stands for "Explore" in a layout. */
export function LatentTabs({ explore, aside, plane, image }: LatentTabsProps) {
  const t = useText();
  const tab = useAppState(selectTab);
  const setTab = useAppState(selectSetTab);
  const panels: Readonly<Record<Tab, ReactNode>> = useMemo(
    () => ({
      explore,
      reconstruct: <ReconstructTab />,
      samples: <SamplesTab />,
      grid: <GridTab />,
      interpolate: <InterpolateTab plane={plane} image={image} />,
      draw: <DrawTab plane={plane} />,
    }),
    [explore, plane, image],
  );
  return (
    <Tabs
      className={styles["tabs"] ?? ""}
      label={t("app.tabs.label")}
      value={tab}
      onChange={setTab}
      aside={tab === "explore" ? aside : undefined}
      tabs={order.map((value) => ({
        value,
        label: t(`app.tabs.${value}`),
        panel: (
          <div className={value === "explore" ? styles["explore"] : styles["other"]}>
            <ErrorBoundary>
              {value !== "explore" && <ClassChoice />}
              <Suspense>{panels[value]}</Suspense>
            </ErrorBoundary>
          </div>
        ),
      }))}
    />
  );
}

/** Small where it stands below the plane, in the drawer's layout. */
function SideImage() {
  return <LargeImage compact={useLayout() === "drawer"} />;
}

/** Its place is kept from the start. */
export function History() {
  return (
    <div className={styles["history"]}>
      <Suspense>
        <HistoryStrip />
      </Suspense>
    </div>
  );
}

/** Larger where the window is tall: the plane grows by whole pictures only and leaves room. */
function Strip() {
  const tall = useMedia("(min-width: 1560px) and (min-height: 840px)");
  return (
    <div className={styles["strip"]}>
      <ReconstructionStrip most={tall ? 56 : 28} />
    </div>
  );
}

const explore = (
  <>
    <div className={styles["stage"]}>
      <div className={styles["plane"]}>
        <LatentPlane />
      </div>
      <div className={styles["side"]}>
        <SideImage />
        <ClassChoice />
        <LatentSliders />
      </div>
    </div>
    <GuideLine />
    <Strip />
  </>
);

const plane = <LatentPlane />;
const image = <LargeImage compact />;

/** As columns have it: the plane with image and sliders beside it, the strip below, all in sight. */
export function LatentColumn() {
  return (
    <div className={styles["column"]}>
      <LatentTabs explore={explore} aside={<PlaneToolbar />} plane={plane} image={image} />
      <History />
    </div>
  );
}
