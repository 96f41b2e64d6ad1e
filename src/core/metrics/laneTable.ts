/** The table of compared runs: its columns, their order when sorted, and the same as CSV (RFC 4180). */

/** Nats are per image; a figure is null where there is none to have. */
export interface LaneFigures {
  readonly letter: string;
  readonly step: number;
  readonly imagesSeen: number;
  readonly negativeElbo: number | null;
  readonly reconstruction: number;
  readonly kl: number;
  readonly activeUnits: number;
  readonly latent: number;
  readonly diversity: number;
  readonly sharpness: number;
  readonly seconds: number;
}

export type LaneColumn = keyof LaneFigures;

/** In the order of the table, each with its header in the CSV, which ends in the unit. */
export const laneColumns = [
  { column: "letter", header: "lane" },
  { column: "step", header: "step" },
  { column: "imagesSeen", header: "images_seen" },
  { column: "negativeElbo", header: "negative_elbo_nats" },
  { column: "reconstruction", header: "reconstruction_nats" },
  { column: "kl", header: "kl_nats" },
  { column: "activeUnits", header: "active_units" },
  { column: "latent", header: "latent_size" },
  { column: "diversity", header: "diversity_pixel_range" },
  { column: "sharpness", header: "sharpness_pixel_range_squared" },
  { column: "seconds", header: "training_seconds" },
] as const satisfies readonly { readonly column: LaneColumn; readonly header: string }[];

export interface LaneOrder {
  readonly column: LaneColumn;
  readonly direction: "ascending" | "descending";
}

/** A new array. What has no figure in the column comes last either way; equals keep their order. */
export function sortLanes<Row extends LaneFigures>(
  rows: readonly Row[],
  { column, direction }: LaneOrder,
): Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a[column], b[column]];
    const [noX, noY] = [missing(x), missing(y)];
    if (noX || noY) return Number(noX) - Number(noY);
    if (typeof x === "string" || typeof y === "string") {
      return sign * (String(x) < String(y) ? -1 : Number(x !== y));
    }
    return sign * ((x ?? 0) - (y ?? 0));
  });
}

function missing(value: string | number | null): boolean {
  return value === null || Number.isNaN(value);
}

/** `differences` in words, one a row, from lane A: what tells the lanes apart when the page is gone. */
export function lanesCsv(rows: readonly LaneFigures[], differences: readonly string[]): string {
  const lines = rows.map((row, i) => [
    ...laneColumns.map(({ column }) => (missing(row[column]) ? "" : String(row[column]))),
    differences[i] ?? "",
  ]);
  const header = [...laneColumns.map(({ header: title }) => title), "difference"];
  return [header, ...lines].map((line) => line.map(quoted).join(",") + "\r\n").join("");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
