/** The results of compared lanes as a table: which columns, in which order, and as CSV (RFC 4180). */

/** What was measured of a lane. The units are told where it is measured. */
export interface LaneRow {
  readonly letter: string;
  readonly step: number;
  readonly imagesSeen: number;
  /** Nats per image. Null for an autoencoder. */
  readonly negativeElbo: number | null;
  readonly reconstruction: number;
  readonly kl: number;
  readonly activeUnits: number;
  readonly latent: number;
  readonly diversity: number;
  readonly sharpness: number;
  readonly seconds: number;
}

export const laneColumns = [
  "letter",
  "negativeElbo",
  "reconstruction",
  "kl",
  "activeUnits",
  "diversity",
  "sharpness",
  "seconds",
  "step",
] as const;
export type LaneColumn = (typeof laneColumns)[number];

export interface LaneOrder {
  readonly by: LaneColumn;
  readonly direction: "ascending" | "descending";
}

/** What is not there, or no number, comes last either way; equals keep the order of the lanes. */
export function sortLanes<Row extends LaneRow>(
  rows: readonly Row[],
  { by, direction }: LaneOrder,
): readonly Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[by], b[by]];
    if (typeof x === "string" || typeof y === "string") {
      return sign * String(x).localeCompare(String(y));
    }
    const [isX, isY] = [isFigure(x), isFigure(y)];
    if (isX && isY) return sign * (x - y);
    return Number(isY) - Number(isX);
  });
}

function isFigure(value: number | null): value is number {
  return value !== null && !Number.isNaN(value);
}

const HEADER = [
  "lane,difference,step,images_seen,negative_elbo,reconstruction,kl",
  "active_units,latent,diversity,sharpness,seconds",
].join(",");

/** `difference`: from lane A, in words. What is not there stays empty. */
export function lanesToCsv(rows: readonly (LaneRow & { readonly difference: string })[]): string {
  const lines = rows.map((row) =>
    [
      quoted(row.letter),
      quoted(row.difference),
      row.step,
      row.imagesSeen,
      row.negativeElbo ?? "",
      row.reconstruction,
      row.kl,
      row.activeUnits,
      row.latent,
      row.diversity,
      row.sharpness,
      row.seconds,
    ].join(","),
  );
  return [HEADER, ...lines].join("\r\n") + "\r\n";
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
