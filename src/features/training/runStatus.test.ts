import { describe, expect, it } from "vitest";
import { formatNumber } from "#/i18n/useNumberFormat.ts";
import type { RunProgress } from "#/worker/protocol/run.ts";
import { clockText, epochOf, progressFraction, runStatus, secondsLeft } from "./runStatus.ts";

const format = (value: number, decimals?: number): string => formatNumber("en", value, decimals);

const progress: RunProgress = {
  phase: "training",
  step: 1402,
  epoch: 2.99,
  imagesSeen: 179_456,
  stepsPerEpoch: 469,
  targetStep: 4690,
  msPerStep: 10,
  jsMsPerStep: 1,
  dispatchesPerStep: null,
  imagesPerSecond: 12_400,
  comparable: true,
  validation: null,
  validating: null,
  stoppedEarly: false,
};

const dataset = {
  id: "mnist",
  train: 60_000,
  test: 10_000,
  shape: [28, 28, 1],
  classes: [],
  loadedChunks: 1,
  totalChunks: 10,
  loadedImages: 12_000,
  loadedBytes: 1.9e6,
  totalBytes: 9.9e6,
  failed: [],
} as const;

const input = {
  phase: "training",
  progress,
  dataset,
  pace: 0,
  resting: false,
  restartedAt: null,
} as const;

describe("runStatus", () => {
  it("names each state", () => {
    const key = (change: Partial<Parameters<typeof runStatus>[0]>): string =>
      runStatus({ ...input, ...change }, format).key.replace("training.state.", "");
    expect(key({})).toBe("training");
    expect(key({ pace: 1000 })).toBe("slow");
    expect(key({ resting: true })).toBe("resting");
    expect(key({ restartedAt: 300 })).toBe("restarted");
    expect(key({ phase: "loading", dataset: null })).toBe("starting");
    for (const phase of [
      "loading",
      "ready",
      "paused",
      "waiting",
      "done",
      "stopped",
      "failed",
    ] as const) {
      expect(key({ phase })).toBe(phase);
    }
  });

  it("tells a validation under way, and an end before its time", () => {
    const validating = { ...progress, validating: 0.428 };
    expect(runStatus({ ...input, progress: validating }, format)).toEqual({
      key: "training.state.validating",
      values: { share: "42" },
    });
    const stopped = { ...progress, stoppedEarly: true };
    expect(runStatus({ ...input, phase: "done", progress: stopped }, format).key).toBe(
      "training.state.early",
    );
  });

  it("counts images and bytes while it loads", () => {
    expect(runStatus({ ...input, phase: "loading" }, format).values).toEqual({
      loaded: "12,000",
      all: "70,000",
      bytes: "1.9",
      totalBytes: "9.9",
    });
  });
});

describe("numbers of the run", () => {
  it("counts epochs from one and never shows more than there are", () => {
    expect(epochOf(progress, 10)).toEqual({ epoch: 3, epochs: 10 });
    expect(epochOf({ ...progress, epoch: 0 }, 10)).toEqual({ epoch: 1, epochs: 10 });
    expect(epochOf({ ...progress, epoch: 12, targetStep: 15 * 469 }, 10)).toEqual({
      epoch: 12,
      epochs: 15,
    });
  });

  it("tells the time left, the pauses of slow motion included", () => {
    expect(secondsLeft(progress, 0)).toBeCloseTo(32.88);
    expect(secondsLeft(progress, 1000)).toBeCloseTo(3320.88);
    expect(secondsLeft({ ...progress, step: 4690 }, 0)).toBeNull();
    expect(secondsLeft({ ...progress, msPerStep: 0 }, 0)).toBeNull();
  });

  it("writes clock times", () => {
    expect(clockText(7.2)).toBe("0:08");
    expect(clockText(750)).toBe("12:30");
    expect(clockText(3725)).toBe("1:02:05");
  });

  it("fills the line by data, then by steps", () => {
    expect(progressFraction({ ...input, phase: "loading" })).toBeCloseTo(0.192, 3);
    expect(progressFraction(input)).toBeCloseTo(0.299, 3);
    expect(progressFraction({ ...input, progress: null })).toBe(0);
  });
});
