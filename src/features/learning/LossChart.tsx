/**
 * Loss and KL over images seen, in two panels on one x axis: test over train, landmarks, flags where
 * a setting changed, the last run as a ghost. Hovering reads every line at one step; a click takes
 * the history there. The same numbers stand in a table.
 */
import { useRef, useState, type ReactElement } from "react";
import { CurvePanel } from "#/charts/CurvePanel.tsx";
import type { CurveLine } from "#/charts/curves.ts";
import {
  epochsDomain,
  fallingDomain,
  fromZeroDomain,
  logDomain,
  type Domain,
} from "#/core/metrics/axis.ts";
import { chartLines, flags, landmarks, nearestIndex } from "#/features/learning/curves.ts";
import { CurveReadout } from "#/features/learning/CurveReadout.tsx";
import { CurveTable } from "#/features/learning/CurveTable.tsx";
import styles from "#/features/learning/LossChart.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { useHeld } from "#/ui/useHeld.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";
import { useSteadyDomain } from "#/features/learning/useSteadyDomain.ts";

const selectConfig = (state: AppState) => state.config;
const selectLive = (state: AppState) => state.live;
const selectRunId = (state: AppState) => state.runId;
const selectLog = (state: AppState) => state.logScale;
const selectDataset = (state: AppState) => state.dataset;
const selectEntries = (state: AppState) => state.dataSets;
const selectScrub = (state: AppState) => state.scrubToStep;

/** Redrawing two charts costs some milliseconds; three times a second is enough to see a curve move. */
const REDRAW = 330;

export function LossChart(props: { readonly view: "chart" | "table" }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const { metrics } = useAppParts();
  const now = usePacedTime(metrics, REDRAW);
  const config = useAppState(selectConfig);
  const live = useAppState(selectLive);
  const runId = useAppState(selectRunId);
  const log = useAppState(selectLog);
  const dataset = useAppState(selectDataset);
  const entry = useAppState(selectEntries).find((set) => set.id === config.data.set);
  const scrubToStep = useAppState(selectScrub);
  const [hover, setHover] = useState<number | null>(null);
  const panel = useRef<HTMLElement>(null);
  const [held] = useHeld(panel);
  const [measured, width] = useElementWidth<HTMLDivElement>();

  const { current, ghost } = metrics;
  const images = Math.min(config.data.trainLimit ?? Infinity, dataset?.train ?? 60_000);
  const lines = chartLines(current, ghost, images, {
    total: t("learning.totalTest"),
    reconstruction: t("learning.reconstructionTest"),
    klTest: t("learning.klTest"),
    klTrain: t("learning.klTrain"),
  });
  const seen = (current.imagesSeen[current.length - 1] ?? 0) / images;
  const marks =
    entry === undefined
      ? []
      : landmarks(entry, {
          untrained: (nats) => t("learning.landmarkUntrained", { nats: number(nats, 0) }),
          meanImage: (nats) => t("learning.landmarkMean", { nats: number(nats, 0) }),
          floor: (nats) => t("learning.landmarkFloor", { nats: number(nats, 0) }),
        });
  const wantedLoss = lossDomain(lines.loss, marks, log);
  const wantedKl = fromZeroDomain(withoutGhost(lines.kl), 2);
  const x = useSteadyDomain(epochsDomain(seen), held, runId, now);
  const loss = useSteadyDomain(wantedLoss, held, runId, now);
  const kl = useSteadyDomain(log ? logDomain(wantedKl, 0.01) : wantedKl, held, runId, now);
  const stepsPerEpoch = images / config.training.batch;
  const shared = {
    flags: flags(live, stepsPerEpoch, (change) =>
      change.field === "objective.beta"
        ? t("learning.flagBeta", { value: number(change.value) })
        : change.field === "optimizer.learningRate"
          ? t("learning.flagRate", { value: number(change.value) })
          : t("learning.flagEpochs", { value: number(change.value) }),
    ),
    x,
    log,
    width,
    formatX: (value: number) => number(value),
    hoverX: hover,
    onHover: setHover,
    onPick: (value: number) => {
      const index = nearestIndex(current, value * images);
      const step = current.steps[index];
      if (step !== undefined) scrubToStep(step);
    },
  };
  const index = hover === null ? current.length - 1 : nearestIndex(current, hover * images);

  return (
    <section
      ref={panel}
      className={styles["chart"]}
      aria-label={t("learning.lossTitle")}
      data-testid="loss-chart"
    >
      <div ref={measured} />
      <CurveReadout view={current} index={index} hovering={hover !== null} />
      {props.view === "table" ? (
        <CurveTable view={current} />
      ) : (
        <div role="img" aria-label={t("learning.lossHelp")} className={styles["panels"]}>
          <CurvePanel
            {...shared}
            lines={lines.loss}
            landmarks={marks}
            y={loss}
            height={186}
            showXTicks={false}
            formatY={(value) => number(value, 0)}
          />
          <p className={styles["caption"]}>{t("learning.klTitle")}</p>
          <CurvePanel
            {...shared}
            lines={lines.kl}
            landmarks={[]}
            y={kl}
            height={116}
            showXTicks
            formatY={(value) => number(value)}
          />
          <p className={styles["axis"]}>{t("learning.epochs")}</p>
          {current.length === 0 && ghost === null && (
            <p className={styles["empty"]}>{t("learning.empty")}</p>
          )}
        </div>
      )}
    </section>
  );
}

function withoutGhost(lines: readonly CurveLine[]): (readonly { x: number; y: number }[])[] {
  return lines.filter((line) => line.id !== "ghost").map((line) => line.points);
}

/** A curve shorter than this has no scale of its own yet: a point or two would fill the frame. */
const TOO_SHORT = 10;

/** Before the first steps the landmarks themselves span the axis. */
function lossDomain(
  lines: readonly CurveLine[],
  marks: readonly { value: number }[],
  log: boolean,
): Domain {
  const curves = withoutGhost(lines).filter((points) => points.length > 0);
  const early = curves.every((points) => points.length < TOO_SHORT);
  const domain = fallingDomain(curves, early ? marks.map((mark) => mark.value) : []);
  return log ? logDomain(domain, 1) : domain;
}
