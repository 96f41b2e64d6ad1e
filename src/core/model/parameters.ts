/** The tensors of a layer: their names, sizes and fans. Their values are init.ts's. */
import type { ParameterRole, ParameterSpec, ResolvedLayer } from "#/core/model/resolved.ts";
import { channelsOf } from "#/core/model/resolvedLayer.ts";

/** What is learnt: kernel, bias, scale, shift. A convolution's fans count one receptive field (k · k · channels). */
export function listParameters(layer: ResolvedLayer): readonly ParameterSpec[] {
  const { op, kernelShape, output } = layer;
  const units = op === "dense" ? (kernelShape[1] ?? 0) : channelsOf(output);
  return [
    tensorOf(layer, "kernel", kernelShape),
    tensorOf(layer, "bias", [units]),
    ...normalising(layer, ["scale", "shift"]),
  ];
}

/** What is only kept: running mean and variance. */
export function listStatistics(layer: ResolvedLayer): readonly ParameterSpec[] {
  return normalising(layer, ["runningMean", "runningVariance"]);
}

/** log σ of a learnt Gaussian pixel. */
export const logSigmaParameter: ParameterSpec = {
  name: "output/logSigma",
  shape: [1],
  size: 1,
  fanIn: 1,
  fanOut: 1,
  role: "logSigma",
};

function normalising(
  layer: ResolvedLayer,
  roles: readonly ParameterRole[],
): readonly ParameterSpec[] {
  if (layer.batchNorm === null) return [];
  return roles.map((role) => tensorOf(layer, role, [channelsOf(layer.output)]));
}

function tensorOf(
  layer: ResolvedLayer,
  role: ParameterRole,
  shape: readonly number[],
): ParameterSpec {
  const [fanIn, fanOut] = fans(layer);
  const size = shape.reduce((product, side) => product * side, 1);
  return { name: `${layer.name}/${role}`, shape, size, fanIn, fanOut, role };
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
