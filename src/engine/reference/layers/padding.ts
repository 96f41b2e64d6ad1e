/**
 * Zeros along one side of a map, where `large` pixels meet `small`: TensorFlow's "same", with
 * ⌈large / stride⌉ small ones, or "valid", with none.
 */
import type { Padding } from "#/core/model/spec.ts";

export interface SidePadding {
  readonly before: number;
  readonly after: number;
}

/** How a kernel moves over the large side, both ways of a convolution. */
export interface Window {
  readonly stride: number;
  readonly padding: Padding;
}

/** The odd pixel goes after: stride 2, kernel 3 on an even side pads 0 before and 1 after. */
export function sidePadding(
  large: number,
  kernel: number,
  { stride, padding }: Window,
): SidePadding {
  if (padding === "valid") return { before: 0, after: 0 };
  const small = Math.ceil(large / stride);
  const total = Math.max((small - 1) * stride + kernel - large, 0);
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}

/** Both sides' padding as tfjs takes it for [batch, height, width, channels]. */
export type MapPadding = [[number, number], [number, number], [number, number], [number, number]];

/**
 * "same" spelt out. By its name it is wrong on wasm where the stride leaves pixels unread (6 pixels,
 * kernel 3, stride 6 gave values off by their own size).
 */
export function mapPadding(
  large: readonly [height: number, width: number],
  kernel: number,
  window: Window,
): MapPadding {
  const rows = sidePadding(large[0], kernel, window);
  const columns = sidePadding(large[1], kernel, window);
  return [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ];
}
