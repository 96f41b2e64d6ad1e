import { describe, expect, it } from "vitest";
import { laneColumns, lanesCsv, sortLanes, type LaneFigures } from "#/core/metrics/laneTable.ts";

function lane(letter: string, figures: Partial<LaneFigures> = {}): LaneFigures {
  const counts = { step: 100, imagesSeen: 12_800, activeUnits: 2, latent: 2 };
  const nats = { negativeElbo: 150, reconstruction: 144, kl: 6 };
  const pictures = { diversity: 0.13, sharpness: 0.2, seconds: 4 };
  return { letter, ...counts, ...nats, ...pictures, ...figures };
}

const letters = (rows: readonly LaneFigures[]) => rows.map(({ letter }) => letter).join("");

describe("sortLanes", () => {
  const rows = [
    lane("A", { negativeElbo: 160, kl: Number.NaN }),
    lane("B", { negativeElbo: null, kl: 9 }),
    lane("C", { negativeElbo: 150, kl: 0 }),
    lane("D", { negativeElbo: 160, kl: 12 }),
  ];

  it("puts what has no figure last, whichever way", () => {
    const by = (direction: "ascending" | "descending") =>
      letters(sortLanes(rows, { column: "negativeElbo", direction }));
    expect(by("ascending")).toBe("CADB");
    expect(by("descending")).toBe("ADCB");
    expect(letters(sortLanes(rows, { column: "kl", direction: "ascending" }))).toBe("CBDA");
    expect(letters(sortLanes(rows, { column: "kl", direction: "descending" }))).toBe("DBCA");
  });

  it("sorts letters as letters and leaves the given rows alone", () => {
    expect(letters(sortLanes(rows, { column: "letter", direction: "descending" }))).toBe("DCBA");
    expect(letters(rows)).toBe("ABCD");
  });
});

describe("lanesCsv", () => {
  it("has a header with units and a row a lane", () => {
    const csv = lanesCsv(
      [lane("A"), lane("B", { negativeElbo: null })],
      ["", 'σ: exp(λ/2) → exp(λ), "β": 1 → 4'],
    );
    const [header, first, second, rest] = csv.split("\r\n");
    expect(header).toBe(
      "lane,step,images_seen,negative_elbo_nats,reconstruction_nats,kl_nats,active_units," +
        "latent_size,diversity_pixel_range,sharpness_pixel_range_squared,training_seconds,difference",
    );
    expect(first).toBe("A,100,12800,150,144,6,2,2,0.13,0.2,4,");
    expect(second).toBe('B,100,12800,,144,6,2,2,0.13,0.2,4,"σ: exp(λ/2) → exp(λ), ""β"": 1 → 4"');
    expect(rest).toBe("");
  });

  it("has a column for every figure", () => {
    const columns: ReadonlySet<string> = new Set(laneColumns.map(({ column }) => column));
    expect(columns).toEqual(new Set(Object.keys(lane("A"))));
  });
});
