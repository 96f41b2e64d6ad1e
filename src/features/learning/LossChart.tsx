/**
 * Loss and KL over images seen, in two panels on one x axis: test over train, validations as rings,
 * landmarks, flags where a setting changed, the last run as a ghost. Hovering reads every line at one
 * step; a click takes the history there. The same numbers stand in a table.
 */
import { useRef, useState, type ReactElement } from "react";
import { CurvePanel } from "#/charts/CurvePanel.tsx";
import { epochsDomain } from "#/core/metrics/axis.ts";
import { landmarksOf } from "#/core/metrics/landmarks.ts";
import {
  chartLines,
  flags,
  landmarkLines,
  nearestIndex,
  validationMarks,
} from "#/features/learning/curves.ts";
import { CurveReadout } from "#/features/learning/CurveReadout.tsx";
import { CurveTable } from "#/features/learning/CurveTable.tsx";
import { flagText } from "#/features/learning/flagText.ts";
import { figureText, natsText } from "#/features/learning/figureText.ts";
import styles from "#/features/learning/LossChart.module.css";
import { klDomain, lossDomain } from "#/features/learning/lossScale.ts";
import { useSteadyDomain } from "#/charts/useSteadyDomain.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import type { ValidationFigures } from "#/state/partTypes.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { useHeld } from "#/ui/useHeld.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectConfig = (state: AppState) => state.config;
const selectLive = (state: AppState) => state.live;
const selectRunId = (state: AppState) => state.runId;
const selectLog = (state: AppState) => state.logScale;
const selectDataset = (state: AppState) => state.dataset;
const selectEntries = (state: AppState) => state.dataSets;
const selectMoving = ({ phase }: AppState) => phase === "training" || phase === "waiting";
const selectScrub = (state: AppState) => state.scrubToStep;

/** Redrawing two charts costs some milliseconds; three times a second is enough to see a curve move. */
const REDRAW = 330;

const nothingKnown = { untrained: null, meanImage: null, floor: null } as const;

/** CSS pixels of the two panels, ticks of the lower one included. */
const heights = { usual: { loss: 186, kl: 116 }, low: { loss: 124, kl: 86 } } as const;

interface LossChartProps {
  readonly view: "chart" | "table";
  /** There is little height for it. */
  readonly low?: boolean;
}

export function LossChart({ view, low = false }: LossChartProps): ReactElement {
  const t = useText();
  const { metrics } = useAppParts();
  const now = usePacedTime(metrics, REDRAW);
  const [hover, setHover] = useState<number | null>(null);
  const panel = useRef<HTMLElement>(null);
  const [held] = useHeld(panel);
  const { current, ghost } = metrics;
  const images = useImagesPerEpoch();
  const index = hover === null ? current.length - 1 : nearestIndex(current, hover * images);
  return (
    <section
      ref={panel}
      className={styles["chart"]}
      aria-label={t("learning.lossTitle")}
      data-testid="loss-chart"
    >
      <CurveReadout view={current} index={index} hovering={hover !== null} />
      {view === "table" ? (
        <CurveTable view={current} />
      ) : (
        <div
          role="img"
          aria-label={t("learning.lossHelp")}
          className={styles["panels"]}
          data-low={low}
        >
          <Panels low={low} held={held} now={now} hover={hover} onHover={setHover} />
          {current.length === 0 && ghost === null && (
            <p className={styles["empty"]}>{t("learning.empty")}</p>
          )}
        </div>
      )}
    </section>
  );
}

function useImagesPerEpoch(): number {
  const { data } = useAppState(selectConfig);
  const dataset = useAppState(selectDataset);
  return Math.min(data.trainLimit ?? Infinity, dataset?.train ?? 60_000);
}

interface PanelsProps {
  readonly low: boolean;
  readonly held: boolean;
  /** Of the newest change drawn. */
  readonly now: number;
  readonly hover: number | null;
  readonly onHover: (x: number | null) => void;
}

function Panels({ low, held, now, hover, onHover }: PanelsProps): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const { metrics } = useAppParts();
  const { training } = useAppState(selectConfig);
  const live = useAppState(selectLive);
  const runId = useAppState(selectRunId);
  const log = useAppState(selectLog);
  const scrubToStep = useAppState(selectScrub);
  const { marks: landmarks, pixels, standardised } = useLandmarks();
  const images = useImagesPerEpoch();
  const [measured, width] = useElementWidth<HTMLDivElement>();
  const { current, ghost } = metrics;
  const height = heights[low ? "low" : "usual"];
  const lines = chartLines(current, ghost, images, {
    total: t("learning.totalTest"),
    reconstruction: t("learning.reconstructionTest"),
    klTest: t("learning.klTest"),
    klTrain: t("learning.klTrain"),
  });
  const nameOf = ({ loss, perImage }: ValidationFigures, epoch: number): string =>
    t("learning.validationLoss", {
      epoch,
      loss: figureText(number, loss.total),
      nats: number(perImage.total, 1),
    });
  const seen = (current.imagesSeen[current.length - 1] ?? 0) / images;
  const when = { held, moving: useAppState(selectMoving), run: runId, now };
  const x = useSteadyDomain(epochsDomain(seen), when);
  const wantedLoss = lossDomain(lines.loss, landmarks, pixels, log);
  const loss = useSteadyDomain(wantedLoss, when);
  const kl = useSteadyDomain(klDomain(lines.kl, log), when);
  const shared = {
    flags: flags(live, images / training.batch, (change) => flagText(t, number, change)),
    x,
    log,
    width,
    formatX: (value: number) => number(value),
    hoverX: hover,
    onHover,
    onPick: (value: number) => {
      const step = current.steps[nearestIndex(current, value * images)];
      if (step !== undefined) scrubToStep(step);
    },
  };
  return (
    <>
      <div ref={measured} />
      <CurvePanel
        {...shared}
        lines={lines.loss}
        landmarks={landmarks}
        marks={validationMarks(current, images, "var(--text)", (v) => v.perImage.total, nameOf)}
        y={loss}
        height={height.loss}
        showXTicks={false}
        formatY={(value) => natsText(number, value, 0)}
      />
      {standardised && <p className={styles["caption"]}>{t("learning.noLandmarks")}</p>}
      <p className={styles["caption"]}>{t("learning.klTitle")}</p>
      <CurvePanel
        {...shared}
        lines={lines.kl}
        landmarks={[]}
        marks={validationMarks(current, images, "var(--kl)", (v) => v.perImage.kl, nameOf)}
        y={kl}
        height={height.kl}
        showXTicks
        formatY={(value) => natsText(number, value)}
      />
      <p className={styles["axis"]}>{t("learning.epochs")}</p>
    </>
  );
}

/** What a loss means on these pixels, named; and D, pixels times channels. */
function useLandmarks() {
  const t = useText();
  const number = useNumberFormat();
  const config = useAppState(selectConfig);
  const dataset = useAppState(selectDataset);
  const entry = useAppState(selectEntries).find((set) => set.id === config.data.set);
  const [height, width, channels] = dataset?.shape ?? entry?.shape ?? [28, 28, 1];
  const known = entry === undefined ? nothingKnown : landmarksOf(config, entry);
  const marks = landmarkLines(known, {
    untrained: (nats) => t("learning.landmarkUntrained", { nats: number(nats, 0) }),
    meanImage: (nats) => t("learning.landmarkMean", { nats: number(nats, 0) }),
    floor: (nats) =>
      t(nats === 0 ? "learning.landmarkCopy" : "learning.landmarkFloor", { nats: number(nats, 0) }),
  });
  return {
    marks,
    pixels: height * width * channels,
    standardised: config.data.pixels === "standardise",
  };
}
