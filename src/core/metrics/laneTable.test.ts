import { describe, expect, it } from "vitest";
import { lanesToCsv, sortLanes, type LaneRow } from "#/core/metrics/laneTable.ts";

function row(letter: string, negativeElbo: number | null): LaneRow {
  return {
    letter,
    negativeElbo,
    step: 469,
    imagesSeen: 60_000,
    reconstruction: 100,
    kl: 5.5,
    activeUnits: 2,
    latent: 2,
    diversity: 0.12,
    sharpness: 0.03,
    seconds: 8.5,
  };
}

const letters = (rows: readonly LaneRow[]) => rows.map(({ letter }) => letter).join("");

describe("sortLanes", () => {
  const rows = [row("A", 150), row("B", null), row("C", 140), row("D", Number.NaN)];

  it("sorts by a column either way, with what is missing last", () => {
    expect(letters(sortLanes(rows, { by: "negativeElbo", direction: "ascending" }))).toBe("CABD");
    expect(letters(sortLanes(rows, { by: "negativeElbo", direction: "descending" }))).toBe("ACBD");
    expect(letters(sortLanes(rows, { by: "letter", direction: "descending" }))).toBe("DCBA");
  });

  it("keeps the order of the lanes among equals", () => {
    expect(letters(sortLanes(rows, { by: "kl", direction: "descending" }))).toBe("ABCD");
  });
});

describe("lanesToCsv", () => {
  it("has one line a lane, quotes what needs it, and leaves empty what is not there", () => {
    const csv = lanesToCsv([
      { ...row("A", 150), difference: "" },
      { ...row("B", null), difference: "β 1 → 1,000" },
    ]);
    expect(csv.split("\r\n")).toEqual([
      "lane,difference,step,images_seen,negative_elbo,reconstruction,kl,active_units,latent,diversity,sharpness,seconds",
      "A,,469,60000,150,100,5.5,2,2,0.12,0.03,8.5",
      'B,"β 1 → 1,000",469,60000,,100,5.5,2,2,0.12,0.03,8.5',
      "",
    ]);
  });
});
