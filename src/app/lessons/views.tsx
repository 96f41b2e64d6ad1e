/** Which part of the page stands for which view of a lesson. All are shown inside their lane's scope. */
import { lazy, type ComponentType, type ReactElement } from "react";
import styles from "./LessonStage.module.css";
import { lazyColumn } from "../lazyColumn.ts";
import type { Drawing, LaneView } from "#/core/lesson.ts";
import { LargeImage } from "#/features/explore/LargeImage.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { PlaneToolbar } from "#/features/latent/PlaneToolbar.tsx";
import { useProgress } from "#/features/lessons/progressContext.tsx";
import { BetaSlider } from "#/features/lessons/widgets/BetaSlider.tsx";
import { PairKl } from "#/features/lessons/widgets/PairKl.tsx";
import { PointKl } from "#/features/lessons/widgets/PointKl.tsx";
import { TangentPlot } from "#/features/lessons/widgets/TangentPlot.tsx";
import { ReconstructionStrip } from "#/features/reconstruct/ReconstructionStrip.tsx";
import { useLarge } from "#/ui/theme.tsx";

export interface ViewProps {
  /** One of several lanes side by side. */
  readonly small: boolean;
  readonly phone: boolean;
}

const Curves = lazyColumn(async () => (await import("./chartViews.tsx")).Curves);
const Bars = lazyColumn(async () => (await import("./chartViews.tsx")).Bars);
const PriorSheet = lazyColumn(
  async () => (await import("#/features/samples/PriorSheet.tsx")).PriorSheet,
);
const GridTab = lazyColumn(async () => (await import("#/features/samples/GridTab.tsx")).GridTab);
const EpsilonDraw = lazyColumn(
  async () => (await import("#/features/lessons/widgets/EpsilonDraw.tsx")).EpsilonDraw,
);
const LogitBench = lazy(async () => ({
  default: (await import("#/features/benches/sigmoid/LogitBench.tsx")).LogitBench,
}));
const SlowMotion = lazy(async () => ({
  default: (await import("#/features/slow/SlowMotion.tsx")).SlowMotion,
}));

function Plane({ small }: ViewProps): ReactElement {
  const large = useLarge();
  return (
    <div className={styles["plane"]}>
      {!small && !large && <PlaneToolbar />}
      <LatentPlane />
    </div>
  );
}

/** Tells the lesson how far the reader has looked. */
function Slow(): ReactElement {
  const progress = useProgress();
  return (
    <SlowMotion
      onPhase={(phase) => {
        progress.record((deeds) => ({ ...deeds, phase: Math.max(deeds.phase, phase) }));
      }}
    />
  );
}

/** The bench's own drawing, which tells the lesson where the reader looks. */
function Logit(): ReactElement {
  const progress = useProgress();
  return (
    <LogitBench
      onLook={(logit, target) => {
        progress.record((deeds) => ({ ...deeds, logit: { logit, target } }));
      }}
    />
  );
}

export const laneParts: Readonly<Record<LaneView, ComponentType<ViewProps>>> = {
  plane: Plane,
  image: ({ small, phone }) => <LargeImage compact={small || phone} />,
  strip: ({ small, phone }) => <ReconstructionStrip most={small || phone ? 28 : 56} />,
  curves: Curves,
  klBars: Bars,
  samples: PriorSheet,
  grid: GridTab,
  slow: Slow,
  epsilon: EpsilonDraw,
  beta: BetaSlider,
};

export const drawingParts: Readonly<Record<Drawing, ComponentType>> = {
  pointKl: PointKl,
  tangent: TangentPlot,
  pair: PairKl,
  logit: Logit,
};
