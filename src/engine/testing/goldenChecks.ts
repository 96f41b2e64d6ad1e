/**
 * Every engine against PyTorch: a batch of each of the systems S1 to S5, as scripts/goldens/ worked it
 * out, in the same form as the conformance checks. Not the engine's own oracle (conformance.ts).
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { Engine, StepSettings } from "#/engine/engine.ts";
import { assert } from "#/engine/testing/check.ts";
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";
import { engineOf } from "#/engine/testing/engineOf.ts";
import {
  distanceOfChange,
  euclideanDistance,
  largest,
  maximumDistance,
  tooFar,
} from "#/engine/testing/goldens/differences.ts";
import { goldens } from "#/engine/testing/goldens/files.ts";
import type { Golden } from "#/engine/testing/goldens/readGolden.ts";

/** Of the terms of the loss: a sum of many terms, good to a few units in the last place. */
const lossTolerance = 1e-5;
/** Of an exact 0, relative to the largest gradient of the layer's kernel. */
const zeroTolerance = 1e-5;
/** Of what the steps changed. The weights themselves would hide most of an optimiser's mistakes. */
const changeTolerance = 1e-3;

/** Of gradients and weights, per tensor. */
export function goldenTolerance({ encoder, decoder, output }: ResolvedVae): number {
  const layers = [...encoder, ...decoder, output];
  const rough = layers.some(({ op, batchNorm }) => op !== "dense" || batchNorm !== null);
  return rough ? 1e-3 : 1e-4;
}

export function goldenChecks(choice: EngineChoice = "auto"): readonly ConformanceCheck[] {
  return goldens.flatMap((golden) => [
    { name: `${golden.preset}: has PyTorch's loss`, run: () => hasLoss(golden, choice) },
    { name: `${golden.preset}: has PyTorch's gradients`, run: () => hasGradients(golden, choice) },
    { name: `${golden.preset}: steps as PyTorch does`, run: () => steps(golden, choice) },
    {
      name: `${golden.preset}: shows what PyTorch shows afterwards`,
      run: () => shows(golden, choice),
    },
  ]);
}

export async function hasLoss(golden: Golden, choice: EngineChoice = "auto"): Promise<void> {
  using engine = await start(golden, choice);
  const { loss } = await engine.probe(first(golden), settings(golden));
  for (const term of ["total", "reconstruction", "kl"] as const) {
    const [actual, expected] = [loss[term], golden.loss[term]];
    const off = Math.abs(actual - expected);
    const close = off <= lossTolerance * Math.max(Math.abs(expected), Math.abs(golden.loss.total));
    assert(close, `${term} is ${String(actual)}, not ${String(expected)}`);
  }
}

export async function hasGradients(golden: Golden, choice: EngineChoice = "auto"): Promise<void> {
  using engine = await start(golden, choice);
  const { gradients } = await engine.probe(first(golden), settings(golden));
  const others = without(golden.zeroGradients, golden.gradients);
  none([
    ...tooFar(gradients, others, () => maximumDistance, goldenTolerance(golden.vae)),
    ...[...golden.zeroGradients].flatMap((name) => {
      const found = largest(gradients[name]?.values ?? [Number.NaN]);
      const kernel = golden.gradients[name.replace(/[^/]+$/, "kernel")]?.values ?? [];
      const limit = zeroTolerance * largest(kernel);
      return found <= limit ? [] : [`${name} is ${found.toExponential(1)}, not 0`];
    }),
  ]);
}

export async function steps(golden: Golden, choice: EngineChoice = "auto"): Promise<void> {
  using engine = await start(golden, choice);
  for (const batch of golden.batches) engine.step(batch, settings(golden));
  const { weights } = await engine.exportState();
  none(tooFar(weights, golden.weightsAfter, () => euclideanDistance, goldenTolerance(golden.vae)));
  // What an exact gradient of 0 moves is rounding, whatever it is compared with.
  const moved = without(golden.zeroGradients, golden.weightsAfter);
  const changes = (name: string) =>
    distanceOfChange(golden.weights[name]?.values ?? new Float32Array());
  none(tooFar(weights, moved, changes, changeTolerance).map((line) => `change of ${line}`));
}

/** From PyTorch's weights, so that running statistics are read, whatever was learnt. */
async function shows(golden: Golden, choice: EngineChoice): Promise<void> {
  using engine = await start({ ...golden, weights: golden.weightsAfter }, choice);
  const batch = first(golden);
  const { output } = await engine.score({ ...batch, targets: batch.images });
  const off = maximumDistance(output, golden.outputAfter);
  assert(off <= goldenTolerance(golden.vae), `the output is off by ${off.toExponential(1)}`);
}

function start({ vae, config, weights, batches }: Golden, choice: EngineChoice): Promise<Engine> {
  const { objective, optimizer } = config;
  const state = { weights, optimizer: { steps: 0, moments: {} } };
  const batch = Math.max(...batches.map(({ count }) => count));
  return engineOf({ resolved: vae, state, objective, optimizer, batch, choice });
}

function settings({ config }: Golden): StepSettings {
  const { beta, freeBits } = config.objective;
  const { learningRate, clip } = config.optimizer;
  return { beta, freeBits, learningRate, clip };
}

function first(golden: Golden) {
  const [batch] = golden.batches;
  if (batch === undefined) throw new Error("a golden without a batch");
  return batch;
}

function without(names: ReadonlySet<string>, tensors: Weights): Weights {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => !names.has(name)));
}

function none(lines: readonly string[]): void {
  assert(lines.length === 0, lines.join("; "));
}
