/** TensorFlow's "same" padding along one side, where `large` pixels meet ⌈large / stride⌉. */

export interface SamePadding {
  readonly before: number;
  readonly after: number;
}

/** The odd pixel goes after: stride 2, kernel 3 on an even side pads 0 before and 1 after. */
export function samePadding(large: number, kernel: number, stride: number): SamePadding {
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
  stride: number,
): MapPadding {
  const rows = samePadding(large[0], kernel, stride);
  const columns = samePadding(large[1], kernel, stride);
  return [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ];
}
