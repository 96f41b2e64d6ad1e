/**
 * Paints the rows of the slider list from a frame: the KL of every row, the canvas of those on
 * screen. Works on the document alone, so that a preview never renders React.
 */
import { coordinateDensity } from "#/features/explore/histogram.ts";
import { drawBackdrop, type BackdropColours } from "#/features/explore/sliderBackdrop.ts";
import { visibleRows } from "#/features/explore/visibleRows.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

export interface SliderPaint {
  readonly frame: PreviewFrame | null;
  readonly format: NumberFormat;
  readonly colours: BackdropColours;
  readonly pixelRatio: number;
}

const bins = 60;
const nothing = new Float32Array(0);

export function paintSliders(list: HTMLElement, paint: SliderPaint): void {
  const rows = [...list.children].filter((row) => row instanceof HTMLElement);
  for (const row of rows) {
    const kl = paint.frame?.klPerDimension[Number(row.dataset["dimension"])];
    const cell = row.querySelector("[data-kl]");
    const words = kl === undefined ? "–" : klText(kl, paint.format);
    if (cell !== null && cell.textContent !== words) cell.textContent = words;
  }
  const rowHeight = rows[0]?.offsetHeight ?? 0;
  const [from, to] = visibleRows(list.scrollTop, list.clientHeight, rowHeight, rows.length);
  for (const row of rows.slice(from, to)) paintRow(row, paint);
}

/** To two decimals; of a model that runs away what its column holds: 12,904, then 4e6. */
function klText(kl: number, format: NumberFormat): string {
  if (Number.isFinite(kl) && kl >= 1e5) return kl.toExponential(0).replace("+", "");
  return format(kl, kl < 100 ? 2 : 0);
}

function paintRow(row: HTMLElement, { frame, colours, pixelRatio }: SliderPaint): void {
  const canvas = row.querySelector("canvas");
  if (canvas === null) return;
  const width = Math.round(canvas.clientWidth * pixelRatio);
  const height = Math.round(canvas.clientHeight * pixelRatio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) return;
  const density =
    frame === null
      ? nothing
      : coordinateDensity(
          frame.points.mean,
          frame.klPerDimension.length,
          Number(row.dataset["dimension"]),
          bins,
        );
  const inset = (thumbWidth(canvas) / 2) * pixelRatio;
  drawBackdrop(context, density, { width, height, inset, lineWidth: pixelRatio }, colours);
}

/** CSS pixels: a native thumb stays within its track, so ±3 lie half a thumb from the ends. */
function thumbWidth(within: Element): number {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return parseFloat(getComputedStyle(within).getPropertyValue("--thumb")) * rem;
}
