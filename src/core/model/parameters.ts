/** The tensors a layer learns: their names, sizes and fans. Their values are init.ts's. */
import type { ParameterSpec, ResolvedLayer } from "#/core/model/resolved.ts";

/** Kernel, then bias. Fans of a convolution count one receptive field (k · k · channels). */
export function listParameters(layer: ResolvedLayer): readonly [ParameterSpec, ParameterSpec] {
  const { name, kernelShape } = layer;
  const [fanIn, fanOut] = fans(layer);
  const units = layer.op === "dense" ? fanOut : (layer.output[2] ?? 0);
  const size = kernelShape.reduce((product, side) => product * side, 1);
  const kernel = `${name}/kernel`;
  return [
    { name: kernel, shape: kernelShape, size, fanIn, fanOut, role: "kernel" },
    { name: `${name}/bias`, shape: [units], size: units, fanIn, fanOut, role: "bias" },
  ];
}

/**
 * Of a transposed convolution fan-in counts the channels it reads and fan-out those it writes, each
 * times k². (Keras and PyTorch swap the two for it; a stride divides what an output pixel really
 * sums by stride² in either reading.)
 */
function fans(layer: ResolvedLayer): readonly [fanIn: number, fanOut: number] {
  const [a = 1, b = 1, c = 1, d = 1] = layer.kernelShape;
  switch (layer.op) {
    case "dense":
      return [a, b];
    case "conv":
      return [a * b * c, a * b * d];
    case "convTranspose":
      return [a * b * d, a * b * c];
  }
}
