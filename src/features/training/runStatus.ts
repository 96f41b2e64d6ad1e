/** What the run is doing, in one word or sentence, and the numbers beside it. Pure. */
import type { TextKey, TextValues } from "#/i18n/keys.ts";
import type { AppPhase } from "#/state/types.ts";
import type { DatasetSummary, RunProgress } from "#/worker/protocol/run.ts";

export interface StatusInput {
  readonly phase: AppPhase;
  readonly progress: RunProgress | null;
  readonly dataset: DatasetSummary | null;
  /** Milliseconds between steps; 0 is full speed. */
  readonly pace: number;
  readonly resting: boolean;
  readonly restartedAt: number | null;
}

export interface Status {
  readonly key: TextKey;
  readonly values: TextValues;
}

type Format = (value: number, decimals?: number) => string;

const MEGABYTE = 1e6;

export function runStatus(input: StatusInput, format: Format): Status {
  const { phase, dataset, progress } = input;
  const validating = progress?.validating ?? null;
  const plain = (key: TextKey): Status => ({ key, values: {} });
  const images: TextValues =
    dataset === null
      ? {}
      : {
          loaded: format(dataset.loadedImages, 0),
          all: format(dataset.train + dataset.test, 0),
          bytes: format(dataset.loadedBytes / MEGABYTE, 1),
          totalBytes: format(dataset.totalBytes / MEGABYTE, 1),
        };
  switch (phase) {
    case "loading":
      return dataset === null
        ? plain("training.state.starting")
        : { key: "training.state.loading", values: images };
    case "waiting":
      return dataset === null
        ? plain("training.state.starting")
        : { key: "training.state.waiting", values: images };
    case "training":
      if (input.restartedAt !== null) {
        const step = format(input.restartedAt, 0);
        return { key: "training.state.restarted", values: { step } };
      }
      if (input.resting) return plain("training.state.resting");
      if (validating !== null) {
        const share = format(Math.floor(100 * validating), 0);
        return { key: "training.state.validating", values: { share } };
      }
      return plain(input.pace > 0 ? "training.state.slow" : "training.state.training");
    case "done":
      return plain(
        progress?.stoppedEarly === true ? "training.state.early" : "training.state.done",
      );
    case "ready":
    case "paused":
    case "stopped":
    case "failed":
      return plain(`training.state.${phase}`);
  }
}

/** The epoch under way, counted from 1, and how many there will be. */
export function epochOf(
  progress: RunProgress,
  planned: number,
): { readonly epoch: number; readonly epochs: number } {
  const epoch = Math.max(1, Math.ceil(progress.epoch));
  const target = Math.ceil(progress.targetStep / Math.max(1, progress.stepsPerEpoch));
  return { epoch, epochs: Math.max(epoch, planned, target) };
}

/** Seconds until the target step at the present rate; null while there is none. */
export function secondsLeft(progress: RunProgress, pace: number): number | null {
  const steps = progress.targetStep - progress.step;
  const msPerStep = progress.msPerStep + pace;
  if (steps <= 0 || !(progress.msPerStep > 0)) return null;
  return (steps * msPerStep) / 1000;
}

/** "0:08", "12:30", "1:02:05". */
export function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${String(minutes)}:${two(whole % 60)}`;
  return `${String(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** How far the line under the bar reaches, in [0, 1]: the data while it loads, then the run. */
export function progressFraction({ phase, progress, dataset }: StatusInput): number {
  if (phase === "loading") {
    return dataset === null ? 0 : dataset.loadedBytes / Math.max(1, dataset.totalBytes);
  }
  if (progress === null || progress.targetStep <= 0) return 0;
  return Math.min(1, progress.step / progress.targetStep);
}
