/**
 * Two engines given the same weights, batches and noise: they must agree in loss, gradients and
 * weights after some steps, by the norms of the goldens. Which models is for others to say.
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { Probe, StepSettings, StepTerms, TrainingBatch } from "#/engine/engine.ts";
import { assert } from "#/engine/testing/check.ts";
import { engineOf } from "#/engine/testing/engineOf.ts";
import { goldenTolerance } from "#/engine/testing/goldenChecks.ts";
import {
  euclideanDistance,
  largest,
  maximumDistance,
  tooFar,
} from "#/engine/testing/goldens/differences.ts";
import { freshState, testBatch } from "#/engine/testing/models.ts";

export interface AgreementCase {
  readonly name: string;
  readonly vae: ResolvedVae;
  readonly objective: ObjectiveSpec;
  readonly optimizer: OptimizerSpec;
  readonly settings: StepSettings;
  /** Images of the largest batch that the engine is made for. */
  readonly most: number;
  /** Images of each step's batch. */
  readonly counts: readonly number[];
  readonly seed: number;
}

/** What an engine made of a case. */
export interface Trace {
  readonly probe: Probe;
  readonly terms: readonly StepTerms[];
  /** After the steps, running statistics included. */
  readonly weights: Weights;
}

export async function trace(it: AgreementCase, choice: EngineChoice): Promise<Trace> {
  const { vae, objective, optimizer, settings, most, counts, seed } = it;
  const state = freshState(vae, seed);
  const options = { resolved: vae, state, objective, optimizer, batch: most, choice };
  using engine = await engineOf(options);
  const batches: readonly TrainingBatch[] = counts.map((count, i) =>
    testBatch(vae, count, seed + i),
  );
  const [first] = batches;
  if (first === undefined) throw new Error("a case without steps");
  const probe = await engine.probe(first, settings);
  for (const batch of batches) engine.step(batch, settings);
  const { weights } = await engine.exportState();
  return { probe, terms: await engine.readTerms(), weights };
}

/** @throws with every tensor and term that is too far off. */
export function assertAgreement(it: AgreementCase, actual: Trace, expected: Trace): void {
  const tolerance = goldenTolerance(it.vae);
  const { gradients, klPerDimension } = expected.probe;
  const idle = idleBiases(gradients);
  const lines = [
    ...lossesOff(actual, expected, tolerance),
    ...(maximumDistance(actual.probe.klPerDimension, klPerDimension) <= tolerance ? [] : ["KL"]),
    ...tooFar(
      actual.probe.gradients,
      without(idle, gradients),
      () => maximumDistance,
      tolerance,
    ).map((line) => `gradient of ${line}`),
    ...[...idle].flatMap((name) =>
      allButZero(name, actual.probe.gradients) ? [] : [`gradient of ${name} is not 0`],
    ),
    ...tooFar(actual.weights, without(idle, expected.weights), () => euclideanDistance, tolerance),
  ];
  assert(lines.length === 0, lines.join("; "));
}

/** Of the probe, and of every step's. */
function lossesOff(actual: Trace, expected: Trace, tolerance: number): readonly string[] {
  const wanted = [expected.probe, ...expected.terms];
  const found = [actual.probe, ...actual.terms];
  if (found.length !== wanted.length) return [`terms of ${String(found.length - 1)} steps`];
  return wanted.flatMap((row, i) =>
    (["loss", "perImage"] as const).flatMap((which) =>
      (["total", "reconstruction", "kl"] as const).flatMap((term) => {
        const [a = Number.NaN, e] = [found[i]?.[which][term], row[which][term]];
        const scale = Math.max(Math.abs(e), Math.abs(row[which].total));
        const close = Math.abs(a - e) <= tolerance * scale;
        const at = i === 0 ? "probe" : `step ${String(i)}`;
        return close ? [] : [`${which} ${term} of the ${at} is ${String(a)}, not ${String(e)}`];
      }),
    ),
  );
}

/**
 * Biases whose exact gradient is 0, as batch normalisation behind them takes them away again: what is
 * found is rounding, and so is what an optimiser makes of it.
 */
function idleBiases(gradients: Weights): ReadonlySet<string> {
  const biases = Object.keys(gradients).filter((name) => name.endsWith("/bias"));
  return new Set(biases.filter((name) => allButZero(name, gradients)));
}

function allButZero(name: string, gradients: Weights): boolean {
  const kernel = gradients[name.replace(/bias$/, "kernel")]?.values ?? [];
  return largest(gradients[name]?.values ?? [Number.NaN]) <= 1e-5 * largest(kernel);
}

function without(names: ReadonlySet<string>, tensors: Weights): Weights {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => !names.has(name)));
}
