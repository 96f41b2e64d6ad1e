/**
 * Total, reconstruction and KL of all lanes as three small multiples on one x axis: one colour, letter
 * and dash a lane. Pointing at one reads every lane in all three at that step; a click takes the
 * history there. Redrawn three times a second at most, outside the training's way.
 */
import { useMemo, useRef, useState, type ReactElement } from "react";
import { LanePanel } from "#/charts/LanePanel.tsx";
import { useSteadyDomain, type Steadiness } from "#/charts/useSteadyDomain.ts";
import { epochsDomain, type Domain } from "#/core/metrics/axis.ts";
import { ChartReader } from "#/features/compare/ChartReader.tsx";
import { isRunning } from "#/features/compare/groupCommands.ts";
import {
  commonImages,
  domainOf,
  laneTerms,
  readingAt,
  thinned,
  upTo,
  type LaneTerm,
  type RecordedLane,
} from "#/features/compare/laneCurves.ts";
import styles from "#/features/compare/LaneCharts.module.css";
import { tickText, valueText } from "#/features/compare/valueText.ts";
import { useAllOf, useEveryLane, useLanes } from "#/features/compare/useEveryLane.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import { useLaneState } from "#/state/lanes/context.tsx";
import type { Lane, LaneGroupState } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { LaneMark } from "#/ui/LaneMark.tsx";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { useHeld } from "#/ui/useHeld.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectScale = (state: LaneGroupState) => state.scale;
const selectLog = (state: AppState) => state.logScale;
const selectRunId = (state: AppState) => state.runId;
const selectPhase = (state: AppState) => state.phase;
const selectDataset = (state: AppState) => state.dataset;
const selectLimit = (state: AppState) => state.config.data.trainLimit;

/** ms between redraws at most. */
const redraw = 330;
const height = 136;

/** Of lane A: what an epoch of the x axis is. */
function useImagesPerEpoch(): number {
  const dataset = useAppState(selectDataset);
  const limit = useAppState(selectLimit);
  return Math.min(limit ?? Infinity, dataset?.train ?? 60_000);
}

/** Its own function, since the compiler takes any `.current` of a component for a ref's. */
export function recordedOf(lanes: readonly Lane[]): readonly RecordedLane[] {
  return lanes.map(({ letter, app }, index) => ({
    index,
    letter,
    view: app.metrics.current,
    sampled: app.store.getState().built.objective.sampling,
  }));
}

/** The same up to the newest step the lanes share, so that "newest" is one step for all. */
function recordedTogether(lanes: readonly Lane[]): readonly RecordedLane[] {
  const recorded = recordedOf(lanes);
  const images = commonImages(recorded.map(({ view }) => view));
  return recorded.map((lane) => ({ ...lane, view: upTo(lane.view, images) }));
}

export function LaneCharts(): ReactElement {
  const t = useText();
  const lanes = useLanes();
  const images = useImagesPerEpoch();
  const buffers = useMemo(() => lanes.map(({ app }) => app.metrics), [lanes]);
  const now = usePacedTime(useAllOf(buffers), redraw);
  const run = useEveryLane(selectRunId).join();
  const moving = useEveryLane(selectPhase).some(isRunning);
  const panel = useRef<HTMLDivElement>(null);
  const [held] = useHeld(panel);
  const [hover, setHover] = useState<number | null>(null);
  const recorded = recordedTogether(lanes);
  const seen = Math.max(
    0,
    ...recorded.map(({ view }) => (view.imagesSeen[view.length - 1] ?? 0) / images),
  );
  const when: Steadiness = { held, moving, run, now };
  const x = useSteadyDomain(epochsDomain(seen), when);
  const shared = { recorded, images, x, when, hover, onHover: setHover };
  return (
    <div ref={panel} className={styles["charts"]} data-testid="lane-charts">
      <div className={styles["panels"]}>
        {laneTerms.map((term) => (
          <TermPanel key={term} term={term} {...shared} />
        ))}
      </div>
      <ChartReader recorded={recorded} images={images} at={hover} onRead={setHover} />
      {recorded.every(({ view }) => view.length === 0) && (
        <p className={styles["empty"]}>{t("compare.charts.empty")}</p>
      )}
    </div>
  );
}

interface TermPanelProps {
  readonly term: LaneTerm;
  readonly recorded: readonly RecordedLane[];
  readonly images: number;
  readonly x: readonly [number, number];
  readonly when: Steadiness;
  /** In epochs; null reads the newest. */
  readonly hover: number | null;
  readonly onHover: (x: number | null) => void;
}

function TermPanel({
  term,
  recorded,
  images,
  x,
  when,
  hover,
  onHover,
}: TermPanelProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const lanes = useLanes();
  const scale = useLaneState(selectScale);
  const log = useAppState(selectLog);
  const dataset = useAppState(selectDataset);
  const [measured, width] = useElementWidth<HTMLDivElement>();
  const pixels = (dataset?.shape ?? [28, 28, 1]).reduce((product, side) => product * side, 1);
  const window = (2 * (x[1] - x[0])) / Math.max(width, 40);
  const curves = recorded.map((lane) => thinned(lane, term, scale, images, window));
  const run = `${String(when.run)} ${scale} ${String(log)}`;
  // In nats one axis for all; else each lane's own, moving together.
  const groups = scale === "nats" ? [curves] : curves.map((curve) => [curve]);
  const wanted = groups.flatMap((group) => [...domainOf(group, term, scale, pixels, log)]);
  const steady = useSteadyDomain<readonly number[]>(wanted, { ...when, run });
  const axisOf = (place: number): Domain => [steady[2 * place] ?? 0, steady[2 * place + 1] ?? 1];
  const readings = curves.map((curve) => {
    const value = readingAt(curve, hover);
    const { index, letter } = curve;
    return { index, letter, text: value === null ? "–" : valueText(format, value) };
  });
  const name = t(`compare.charts.${term}`);
  const values = readings.map(({ letter, text }) => `${letter} ${text}`).join(", ");
  return (
    <section className={styles["panel"]} aria-label={name}>
      <PanelHead term={term} name={name} readings={readings} />
      <div ref={measured} className={styles["plot"]} style={{ blockSize: height }}>
        {width > 0 && (
          <LanePanel
            label={t("compare.charts.panel", { term: name, values })}
            curves={curves.map((curve, i) => ({ ...curve, y: axisOf(scale === "nats" ? 0 : i) }))}
            x={x}
            y={scale === "nats" && curves.some(({ line }) => line.length > 0) ? axisOf(0) : null}
            log={log}
            width={width}
            height={height}
            formatX={(value) => format(value)}
            formatY={(value) => tickText(format, value)}
            hoverX={hover}
            onHover={onHover}
            onPick={(value) => {
              scrubAll(lanes, value * images);
            }}
          />
        )}
      </div>
    </section>
  );
}

interface PanelHeadProps {
  readonly term: LaneTerm;
  readonly name: string;
  readonly readings: readonly {
    readonly index: number;
    readonly letter: string;
    readonly text: string;
  }[];
}

/** The term in its accent, and what each lane reads. */
function PanelHead({ term, name, readings }: PanelHeadProps): ReactElement {
  return (
    <header>
      <h3 data-term={term}>{name}</h3>
      <ul className={styles["readings"]}>
        {readings.map(({ index, letter, text }) => (
          <li key={letter}>
            <LaneMark index={index} letter={letter} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </header>
  );
}

/** Lane A goes there; the others follow it. */
function scrubAll(lanes: readonly Lane[], images: number): void {
  const [first] = lanes;
  const [recorded] = recordedOf(lanes);
  if (first === undefined || recorded === undefined) return;
  const { imagesSeen, steps, length } = recorded.view;
  let at = 0;
  while (at < length - 1 && (imagesSeen[at] ?? 0) < images) at++;
  const step = steps[at];
  if (step !== undefined) first.app.store.getState().scrubToStep(step);
}
