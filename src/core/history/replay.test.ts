import { describe, expect, it } from "vitest";
import { replayFrame, replayMs } from "#/core/history/replay.ts";

describe("replayFrame", () => {
  it("runs from the first frame to the last in eight seconds", () => {
    expect(replayFrame(0, 120, false)).toBe(0);
    expect(replayFrame(replayMs / 2, 120, false)).toBe(60);
    expect(replayFrame(replayMs - 1, 120, false)).toBe(119);
    expect(replayFrame(replayMs, 120, false)).toBeNull();
  });

  it("goes by eight steps where motion is to be spared", () => {
    const seen = new Set(Array.from({ length: 800 }, (_, i) => replayFrame(i * 10, 120, true)));
    expect([...seen]).toHaveLength(8);
    expect(seen.has(0)).toBe(true);
    expect(seen.has(119)).toBe(true);
  });

  it("has nothing to show of fewer than two frames", () => {
    expect(replayFrame(0, 1, false)).toBeNull();
  });
});
