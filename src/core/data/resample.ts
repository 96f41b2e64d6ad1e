/**
 * Crops and sizes images before a network sees them: rows and columns are weighted sums of the
 * source's, by area where an image shrinks and bilinear where it grows. Values stay in [0, 1].
 */
import type { CropMode, DataSpec } from "#/core/experiment/config.ts";
import { preparedShape } from "#/core/data/prepared.ts";
import type { ImageShape } from "#/core/model/spec.ts";

/** Fills `target` [D of the prepared shape] from `source` [D as stored]. */
export type Resample = (source: Float32Array, target: Float32Array) => void;

/** Source places and weights of one target place along one axis; none where it is black. */
interface Mixture {
  readonly from: number;
  readonly weights: readonly number[];
}

/** Those of all target places: place i takes `counts[i]` weights from `weights[i × most]` on. */
interface Axis {
  readonly size: number;
  readonly most: number;
  readonly from: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float64Array;
}

/** Null where nothing changes. */
export function resampler(
  stored: ImageShape,
  data: Pick<DataSpec, "size" | "crop">,
): Resample | null {
  const prepared = preparedShape(stored, data);
  if (prepared[0] === stored[0] && prepared[1] === stored[1]) return null;
  return squareResampler(stored, prepared[0], data.crop);
}

/** To a square of any side. */
export function squareResampler(stored: ImageShape, side: number, crop: CropMode): Resample {
  const [height, width, channels] = stored;
  const [rows, columns] = axes(height, width, side, crop);
  const between = new Float32Array(rows.size * width * channels);
  return (source, target) => {
    mix(source, between, { axis: rows, outer: 1, length: height, inner: width * channels });
    mix(between, target, { axis: columns, outer: rows.size, length: width, inner: channels });
  };
}

/** From the largest centred square, or from the whole image onto the middle of a black one. */
function axes(height: number, width: number, side: number, crop: CropMode): readonly [Axis, Axis] {
  if (crop === "centre") {
    const square = Math.min(height, width);
    const middle = (length: number) => scaled(Math.floor((length - square) / 2), square, side);
    return [packed(middle(height)), packed(middle(width))];
  }
  const longest = Math.max(height, width);
  const fitted = (length: number): Mixture[] => {
    const size = Math.max(1, Math.round((length * side) / longest));
    const before = Math.floor((side - size) / 2);
    const image = scaled(0, length, size);
    const black = { from: 0, weights: [] };
    return Array.from({ length: side }, (_, i) => image[i - before] ?? black);
  };
  return [packed(fitted(height)), packed(fitted(width))];
}

/** `length` places from `start` on as `size` places. */
function scaled(start: number, length: number, size: number): Mixture[] {
  const scale = length / size;
  return Array.from({ length: size }, (_, i) => {
    const { from, weights } =
      scale >= 1 ? covered(i * scale, (i + 1) * scale) : between((i + 0.5) * scale - 0.5, length);
    return { from: start + from, weights };
  });
}

function packed(mixtures: readonly Mixture[]): Axis {
  const most = Math.max(...mixtures.map(({ weights }) => weights.length));
  const weights = new Float64Array(mixtures.length * most);
  mixtures.forEach((mixture, i) => {
    weights.set(mixture.weights, i * most);
  });
  return {
    size: mixtures.length,
    most,
    from: Int32Array.from(mixtures, ({ from }) => from),
    counts: Int32Array.from(mixtures, (mixture) => mixture.weights.length),
    weights,
  };
}

/** The share of each place in the mean over [low, high]. */
function covered(low: number, high: number) {
  const from = Math.floor(low);
  // Rounding may leave a sliver of the place after the last.
  const to = Math.max(from + 1, Math.ceil(high - 1e-9));
  const weights = Array.from({ length: to - from }, (_, k) => {
    const place = from + k;
    return Math.max(0, Math.min(high, place + 1) - Math.max(low, place));
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return { from, weights: weights.map((weight) => weight / sum) };
}

/** The two places around `at`; the border's beyond it. */
function between(at: number, length: number) {
  const inside = Math.min(Math.max(at, 0), length - 1);
  const from = Math.min(Math.floor(inside), Math.max(0, length - 2));
  const share = inside - from;
  return { from, weights: share === 0 ? [1] : [1 - share, share] };
}

/** Mixes the middle index of `source` [outer × length × inner] by `axis`. */
function mix(
  source: Float32Array,
  target: Float32Array,
  shape: { axis: Axis; outer: number; length: number; inner: number },
): void {
  const { axis, outer, length, inner } = shape;
  const { size, most, from, counts, weights } = axis;
  let to = 0;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < size; i++) {
      const first = (o * length + (from[i] ?? 0)) * inner;
      const count = counts[i] ?? 0;
      for (let c = 0; c < inner; c++) {
        let sum = 0;
        for (let k = 0; k < count; k++) {
          sum += (weights[i * most + k] ?? 0) * (source[first + k * inner + c] ?? 0);
        }
        target[to++] = sum;
      }
    }
  }
}
