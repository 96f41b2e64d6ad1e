/** From recorded metrics to the lines of the two panels: thinned, in epochs, named and coloured. */
import type { CurveLine, Flag, Landmark, Mark } from "#/charts/curves.ts";
import type { LiveChange } from "#/core/experiment/config.ts";
import type { Landmarks } from "#/core/metrics/landmarks.ts";
import { downsample, type CurvePoint } from "#/core/metrics/downsample.ts";
import type { MetricsView, ValidationFigures } from "#/state/partTypes.ts";

export interface CurveTexts {
  readonly total: string;
  readonly reconstruction: string;
  readonly klTest: string;
  readonly klTrain: string;
}

/** Points a line at most, per pixel column pair of the chart. */
const BUCKETS = 80;

interface Thinned {
  readonly total: readonly CurvePoint[];
  readonly reconstruction: readonly CurvePoint[];
  readonly kl: readonly CurvePoint[];
}

function thinTrain(view: MetricsView, imagesPerEpoch: number): Thinned {
  const { length } = view;
  const x = new Float64Array(length);
  for (let i = 0; i < length; i++) x[i] = (view.imagesSeen[i] ?? 0) / imagesPerEpoch;
  return {
    total: downsample(x, view.total, length, BUCKETS),
    reconstruction: downsample(x, view.reconstruction, length, BUCKETS),
    kl: downsample(x, view.kl, length, BUCKETS),
  };
}

function thinTest(view: MetricsView, imagesPerEpoch: number): Thinned {
  const { test } = view;
  const x = test.map((point) => point.imagesSeen / imagesPerEpoch);
  const column = (pick: (point: MetricsView["test"][number]) => number): CurvePoint[] =>
    downsample(x, test.map(pick), test.length, BUCKETS);
  return {
    total: column((point) => point.total),
    reconstruction: column((point) => point.reconstruction),
    kl: column((point) => point.kl),
  };
}

const INK = "var(--text)";
const GREY = "var(--text-3)";
const RECONSTRUCTION = "var(--reconstruction)";
const KL = "var(--kl)";

export interface ChartLines {
  readonly loss: readonly CurveLine[];
  readonly kl: readonly CurveLine[];
}

export function chartLines(
  current: MetricsView,
  ghost: MetricsView | null,
  imagesPerEpoch: number,
  texts: CurveTexts,
): ChartLines {
  const train = thinTrain(current, imagesPerEpoch);
  const test = thinTest(current, imagesPerEpoch);
  const past = ghost === null ? null : ghostCurves(ghost, imagesPerEpoch);
  const line = (
    id: string,
    label: string,
    points: readonly CurvePoint[],
    color: string,
    weight: CurveLine["weight"],
  ): CurveLine => ({ id, label, points, color, weight });
  return {
    loss: [
      ...(past === null ? [] : [line("ghost", "", past.total, GREY, "ghost")]),
      line("train-reconstruction", "", train.reconstruction, RECONSTRUCTION, "train"),
      line("train-total", "", train.total, INK, "train"),
      line(
        "test-reconstruction",
        texts.reconstruction,
        test.reconstruction,
        RECONSTRUCTION,
        "test",
      ),
      line("test-total", texts.total, test.total, INK, "test"),
    ],
    kl: [
      ...(past === null ? [] : [line("ghost", "", past.kl, GREY, "ghost")]),
      line("train-kl", texts.klTrain, train.kl, KL, "train"),
      line("test-kl", texts.klTest, test.kl, KL, "test"),
    ],
  };
}

/** The run before, by its test curve where it has one worth drawing. */
function ghostCurves(ghost: MetricsView, imagesPerEpoch: number): Thinned {
  return ghost.test.length > 2 ? thinTest(ghost, imagesPerEpoch) : thinTrain(ghost, imagesPerEpoch);
}

/** What each validation found, on the curve of the term `pick` takes. */
export function validationMarks(
  view: MetricsView,
  imagesPerEpoch: number,
  color: string,
  pick: (point: ValidationFigures) => number,
  name: (point: ValidationFigures, epoch: number) => string,
): Mark[] {
  return view.validation.map((point) => {
    const x = point.imagesSeen / imagesPerEpoch;
    const label = name(point, Math.round(x));
    return { id: String(point.step), x, y: pick(point), color, label };
  });
}

export interface LandmarkTexts {
  readonly untrained: (nats: number) => string;
  readonly meanImage: (nats: number) => string;
  readonly floor: (nats: number) => string;
}

/** Those that hold for the pixels and the model at hand, each with its name. */
export function landmarkLines(known: Landmarks, texts: LandmarkTexts): Landmark[] {
  return (["untrained", "meanImage", "floor"] as const).flatMap((id) => {
    const value = known[id];
    return value === null ? [] : [{ id, label: texts[id](value), value }];
  });
}

export function flags(
  live: readonly LiveChange[],
  stepsPerEpoch: number,
  name: (change: LiveChange) => string,
): Flag[] {
  return live.map((change, i) => ({
    id: `${String(i)}-${change.field}`,
    x: change.step / stepsPerEpoch,
    label: name(change),
  }));
}

/** The recorded step nearest `images` seen; −1 in an empty view. */
export function nearestIndex(view: MetricsView, images: number): number {
  let low = 0;
  let high = view.length - 1;
  if (high < 0) return -1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((view.imagesSeen[middle] ?? 0) < images) low = middle + 1;
    else high = middle;
  }
  const before = view.imagesSeen[low - 1];
  if (before !== undefined && images - before < (view.imagesSeen[low] ?? 0) - images)
    return low - 1;
  return low;
}
