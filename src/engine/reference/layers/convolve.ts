/**
 * The two passes a convolution needs besides itself, on every backend: its adjoint and the gradient
 * of its filter. wasm takes its own way for both (subpixel.ts, and below), because tfjs has no
 * filter gradient there and a slow adjoint.
 */
import type { LayerShape } from "#/core/model/resolved.ts";
import { mapSides } from "#/engine/reference/layers/maps.ts";
import { mapPadding, type Window } from "#/engine/reference/layers/padding.ts";
import { spreadBySubpixels } from "#/engine/reference/layers/subpixel.ts";
import {
  conv2d,
  conv2dFilterGradient,
  conv2dTranspose,
  isWasm,
  slice,
  transpose,
  type Tensor,
  type Tensor4D,
} from "#/engine/tf.ts";

/**
 * Kᵀy: maps [batch, h, w, c] spread to `large` [batch, H, W, filters], with a filter
 * [k, k, filters, c], where a convolution with that window takes H to h.
 */
export function spread(
  small: Tensor4D,
  filter: Tensor4D,
  large: LayerShape,
  window: Window,
): Tensor4D {
  const [height, width, channels] = mapSides(large);
  if (isWasm()) return spreadBySubpixels(small, filter, [height, width], window);
  const shape: [number, number, number, number] = [small.shape[0], height, width, channels];
  return conv2dTranspose(small, filter, shape, window.stride, window.padding);
}

/** ∂L/∂K [k, k, C, c], where K joins `large` [batch, H, W, C] to `small` [batch, h, w, c]. */
export function filterGradient(
  large: Tensor4D,
  small: Tensor4D,
  kernelShape: readonly number[],
  window: Window,
): Tensor {
  const [kernel = 0] = kernelShape;
  const shape = [kernel, kernel, large.shape[3], small.shape[3]] as const;
  if (!isWasm()) return conv2dFilterGradient(large, small, shape, window);
  return filterGradientByConvolution(large, small, shape, window);
}

/**
 * The filter gradient is itself a convolution: of the large maps, their channels taken for the
 * batch, with the small maps for a filter whose taps lie `stride` apart.
 */
function filterGradientByConvolution(
  large: Tensor4D,
  small: Tensor4D,
  [kernel, , inChannels, outChannels]: readonly [number, number, number, number],
  window: Window,
): Tensor {
  const maps: Tensor4D = transpose(large, [3, 1, 2, 0]);
  const taps: Tensor4D = transpose(small, [1, 2, 0, 3]);
  const padding = mapPadding([large.shape[1], large.shape[2]], kernel, window);
  const gradient = conv2d(maps, taps, 1, padding, "NHWC", window.stride);
  const ordered: Tensor4D = transpose(gradient, [1, 2, 0, 3]);
  // Rows that the stride never reached leave the result too large.
  if (ordered.shape[1] === kernel && ordered.shape[0] === kernel) return ordered;
  return slice(ordered, [0, 0, 0, 0], [kernel, kernel, inChannels, outChannels]);
}
