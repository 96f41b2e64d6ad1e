import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameAt, labelledFrames, movedFrame, tickPlace } from "#/features/history/track.ts";

const track = { left: 10, right: 110, count: 11 };

describe("tickPlace and frameAt", () => {
  it("spread the frames evenly, the newest at the right end", () => {
    expect(tickPlace(track, 0)).toBe(10);
    expect(tickPlace(track, 5)).toBe(60);
    expect(tickPlace(track, 10)).toBe(110);
    expect(tickPlace(track, 14)).toBe(110);
  });

  it("undo each other; the right end is live", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.nat(), (count, n) => {
        const of = { left: 8, right: 700, count };
        const index = n % count;
        return frameAt(of, tickPlace(of, index)) === (index === count - 1 ? null : index);
      }),
    );
    expect(frameAt(track, 500)).toBeNull();
    expect(frameAt(track, -50)).toBe(0);
  });

  it("are live with no frame or one, or without room", () => {
    expect(frameAt({ left: 0, right: 100, count: 1 }, 0)).toBeNull();
    expect(frameAt({ left: 0, right: 0, count: 9 }, 0)).toBeNull();
    expect(tickPlace({ left: 0, right: 100, count: 1 }, 0)).toBe(100);
  });
});

describe("labelledFrames", () => {
  it("keeps labels apart and clear of the live end", () => {
    expect(labelledFrames(track, 25)).toEqual([0, 3, 6]);
    expect(labelledFrames({ ...track, count: 0 }, 25)).toEqual([]);
  });
});

describe("movedFrame", () => {
  it("steps, jumps, and ends at live", () => {
    expect(movedFrame(null, 20, "ArrowLeft")).toBe(18);
    expect(movedFrame(18, 20, "ArrowRight")).toBeNull();
    expect(movedFrame(15, 20, "PageDown")).toBe(5);
    expect(movedFrame(3, 20, "PageDown")).toBe(0);
    expect(movedFrame(3, 20, "Home")).toBe(0);
    expect(movedFrame(3, 20, "End")).toBeNull();
    expect(movedFrame(3, 20, "Tab")).toBeUndefined();
  });

  it("stays live where there is nothing to go back to", () => {
    expect(movedFrame(null, 1, "ArrowLeft")).toBeNull();
    expect(movedFrame(null, 0, "Home")).toBeNull();
  });
});
