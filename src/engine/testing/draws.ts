/**
 * Experiments drawn at random, the same ones every time: architectures that no person would think of,
 * under any objective and optimiser. The axes that matter most go round, so that a few dozen draws
 * have met all of each.
 */
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import { activations, type Block, type ImageShape, type VaeSpec } from "#/core/model/spec.ts";
import {
  guards,
  klReductions,
  likelihoods,
  noiseModels,
  type ObjectiveSpec,
  reconstructionReductions,
  sigmaForms,
  sigmoidPlaces,
} from "#/core/objective/spec.ts";
import { createRng, type Rng } from "#/core/rng.ts";
import {
  epsilonPlacements,
  optimizerKinds,
  type OptimizerSpec,
} from "#/core/training/optimizerSpec.ts";
import type { StepSettings } from "#/engine/engine.ts";
import type { AgreementCase } from "#/engine/testing/agreement.ts";

export interface Draw extends AgreementCase {
  /** What was drawn, for whoever has to find out why it fails. */
  readonly spec: VaeSpec;
}

/** Draw number `index`. */
export function drawCase(index: number): Draw {
  const rng = createRng(53).fork(`draw ${String(index)}`);
  const objective = drawObjective(rng.fork("objective"), index);
  const clip = pick(rng.fork("clip"), [0, 0, 0.5, 1e4]);
  const optimizer = { ...drawOptimizer(rng.fork("optimizer"), index), clip };
  const learntSigma = objective.likelihood === "gaussian" && objective.noise === "learnt";
  const { spec, vae } = drawModel(rng.fork("model"), index, learntSigma);
  const sizes = rng.fork("sizes");
  // Two images normalise each other to ±1, whose gradient is all rounding.
  const count = 5 + sizes.below(33);
  return {
    name: `drawn ${String(index)}`,
    spec,
    vae,
    objective,
    optimizer,
    settings: drawSettings(sizes, objective, optimizer),
    most: count + sizes.below(12),
    counts: [count, count, 4 + sizes.below(count - 4)],
    seed: 1000 + 10 * index,
  };
}

function pick<T>(rng: Rng, from: readonly T[]): T {
  return at(from, rng.below(from.length));
}

/** Goes round. */
function at<T>(from: readonly T[], index: number): T {
  const found = from[index % from.length];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

function chance(rng: Rng, of: number): boolean {
  return rng.uniform() < of;
}

const sides = [4, 6, 8, 9, 12];
const latents = [1, 2, 3, 5, 17, 40, 256];

/** Draws again where layers do not fit each other. */
function drawModel(
  rng: Rng,
  index: number,
  learntSigma: boolean,
): { readonly spec: VaeSpec; readonly vae: ResolvedVae } {
  const latent = at(latents, index);
  const condition = index % 4 === 3 ? "label" : "none";
  const classes = 2 + rng.below(4);
  for (;;) {
    const image: ImageShape = [pick(rng, sides), pick(rng, sides), index % 2 === 0 ? 1 : 3];
    const encoder = drawEncoder(rng, index % 3 !== 0);
    const decoder = drawDecoder(rng, Math.floor(index / 2) % 3 !== 0);
    const spec: VaeSpec = { encoder, decoder, latent, condition, weightInit: "pytorch" };
    const found = resolveVae(spec, image, { classes, learntSigma });
    if (found.ok) return { spec, vae: found.value };
  }
}

function drawEncoder(rng: Rng, maps: boolean): readonly Block[] {
  const dense = Array.from({ length: rng.below(3) }, () => drawDense(rng));
  if (!maps) return dense;
  const convolutions = Array.from({ length: 1 + rng.below(2) }, () => drawMap(rng, "conv"));
  return [...convolutions, ...dense.slice(1)];
}

function drawDecoder(rng: Rng, maps: boolean): readonly Block[] {
  const dense = Array.from({ length: rng.below(2) }, () => drawDense(rng));
  if (!maps) return dense;
  const [height, width, channels] = [1 + rng.below(4), 1 + rng.below(4), 1 + rng.below(6)];
  const kinds = ["convTranspose", "convTranspose", "conv"] as const;
  return [
    ...dense,
    { kind: "denseToMap", height, width, channels, ...drawExtras(rng) },
    ...Array.from({ length: rng.below(3) }, () => drawMap(rng, pick(rng, kinds))),
  ];
}

function drawDense(rng: Rng): Block {
  return { kind: "dense", units: 1 + rng.below(40), ...drawExtras(rng) };
}

function drawMap(rng: Rng, kind: "conv" | "convTranspose"): Block {
  const padding = chance(rng, 0.4) ? "valid" : "same";
  const [filters, kernel, stride] = [1 + rng.below(9), 1 + rng.below(4), 1 + rng.below(3)];
  return { kind, filters, kernel, stride, padding, ...drawExtras(rng) };
}

function drawExtras(rng: Rng) {
  return {
    activation: pick(rng, activations),
    ...(chance(rng, 0.25) ? { batchNorm: { momentum: 0.9, epsilon: 1e-3 } } : {}),
    ...(chance(rng, 0.25) ? { dropout: pick(rng, [0.1, 0.5]) } : {}),
  };
}

function drawObjective(rng: Rng, index: number): ObjectiveSpec {
  return {
    ...firstConfig.objective,
    likelihood: at(likelihoods, Math.floor(index / 3)),
    noise: pick(rng, noiseModels),
    noiseSigma: pick(rng, [0.3, 0.7]),
    sigmoid: at(sigmoidPlaces, Math.floor(index / 6)),
    guard: at(guards, index),
    guardEpsilon: pick(rng, [1e-7, 1e-3, 0.1]),
    reconstructionReduction: pick(rng, reconstructionReductions),
    klReduction: pick(rng, klReductions),
    klHalf: chance(rng, 0.7),
    sigma: pick(rng, sigmaForms),
    sampling: chance(rng, 0.85),
  };
}

function drawOptimizer(rng: Rng, index: number): OptimizerSpec {
  return {
    ...firstConfig.optimizer,
    kind: at(optimizerKinds, index),
    epsilon: pick(rng, [1e-8, 1e-5, 1e-3]),
    epsilonPlacement: pick(rng, epsilonPlacements),
    decay: pick(rng, [0.9, 0.999]),
    momentum: pick(rng, [0, 0.5, 0.9]),
  };
}

function drawSettings(
  rng: Rng,
  objective: ObjectiveSpec,
  { kind, clip }: OptimizerSpec,
): StepSettings {
  const summed = objective.reconstructionReduction === "batchSum";
  return {
    beta: pick(rng, [0.5, 1, 4]),
    freeBits: chance(rng, 0.2) ? 0.08 : 0,
    // Descent goes as far as the gradient is long; the others do not.
    learningRate: kind === "sgd" ? (summed ? 1e-5 : 1e-4) : 2e-3,
    clip,
  };
}
