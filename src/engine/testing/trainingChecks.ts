/** What a training step does, held to the reference. */
import { referenceLoss, referencePass } from "#/core/objective/reference.ts";
import { clipFactor, referenceUpdate } from "#/core/training/optimizers.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import { backendMemory } from "#/engine/backendMemory.ts";
import { assert, assertClose, assertSame } from "#/engine/testing/check.ts";
import { slopes, toDouble } from "#/engine/testing/oracle.ts";
import {
  type Experiment,
  gradientTolerance,
  subject,
  valueTolerance,
} from "#/engine/testing/subject.ts";

/** Loss, terms and `perTensor` entries of every gradient. */
export async function differentiates(of: Experiment, perTensor: number): Promise<void> {
  using it = await subject(of);
  const { state, batch, engine, settings } = it;
  const probe = await engine.probe(batch, settings);
  const weights = toDouble(state.weights);
  const expected = referenceLoss(it, weights, batch, settings);
  assertTerms(probe.loss, expected.loss, "loss");
  assertTerms(probe.perImage, expected.perImage, "per image");
  assertClose(probe.klPerDimension, expected.klPerDimension, valueTolerance, "KL");
  const wanted = slopes(it, weights, batch, settings, perTensor);
  assertClose(
    wanted.map(({ name, index }) => probe.gradients[name]?.values[index] ?? Number.NaN),
    wanted.map(({ value }) => value),
    gradientTolerance,
    "gradients",
    1e-4,
  );
  engine.step(batch, settings);
  const [terms] = await engine.readTerms();
  if (terms === undefined) throw new Error("a step without its terms");
  assertTerms(terms.loss, probe.loss, "loss of the step");
  assertTerms(terms.perImage, probe.perImage, "per image, of the step");
}

/** Three steps, their weights and moments. */
export async function updates(of: Experiment): Promise<void> {
  using it = await subject(of);
  const { vae, state, batch, engine, settings } = it;
  const weights = toDouble(state.weights);
  const zeros = () =>
    Object.fromEntries(vae.parameters.map(({ name, size }) => [name, new Float64Array(size)]));
  const [first, second] = [zeros(), zeros()];
  for (let step = 1; step <= 3; step++) {
    const { gradients } = await engine.probe(batch, settings);
    engine.step(batch, settings);
    const factor = clipFactor(
      Object.values(gradients).map(({ values }) => values),
      settings.clip,
    );
    for (const { name } of vae.parameters) {
      const [w, m, v, g] = [weights[name], first[name], second[name], gradients[name]?.values];
      if (!w || !m || !v || !g) throw new Error(`no ${name}`);
      const gradient = Float64Array.from(g, (value) => value * factor);
      const { learningRate } = settings;
      const rule = { ...it.optimizer, learningRate };
      referenceUpdate(w, gradient, { first: m, second: v }, step, rule);
    }
  }
  const { weights: moved, optimizer } = await engine.exportState();
  assert(optimizer.steps === 3, "three steps are counted");
  for (const { name } of vae.parameters) {
    const close = (
      actual: ArrayLike<number> | undefined,
      wanted: ArrayLike<number>,
      what: string,
    ) => {
      // A step moves a weight by up to the learning rate, whatever the gradient's size: where a
      // gradient all but vanishes, its rounding decides the direction.
      assertClose(actual ?? [], wanted, gradientTolerance, `${name}${what}`);
    };
    close(moved[name]?.values, weights[name] ?? [], "");
    close(optimizer.moments[`${name}/first`]?.values, first[name] ?? [], "/first");
    close(optimizer.moments[`${name}/second`]?.values, second[name] ?? [], "/second");
  }
}

/** Running statistics follow the steps, and only them. */
export async function followsStatistics(of: Experiment): Promise<void> {
  using it = await subject(of);
  const { state, batch, engine, settings } = it;
  await engine.probe(batch, settings);
  const statistics: Record<string, Float64Array> = {};
  const mode = { training: true, dropout: batch.dropout, statistics };
  referencePass(it, toDouble(state.weights), batch, mode);
  engine.step(batch, settings);
  const { weights } = await engine.exportState();
  assert(it.vae.statistics.length > 0, "it has statistics");
  for (const { name } of it.vae.statistics) {
    const expected = statistics[name] ?? [];
    assertClose(weights[name]?.values ?? [], expected, valueTolerance, name);
  }
}

export async function learns(of: Experiment): Promise<void> {
  using it = await subject(of);
  for (let i = 0; i < 15; i++) it.engine.step(it.batch, it.settings);
  const terms = await it.engine.readTerms();
  const [start = Number.NaN, end = Number.NaN] = [terms[0], terms.at(-1)].map((t) => t?.loss.total);
  assert(end < start - 0.5, `the loss went from ${String(start)} to ${String(end)}`);
}

export async function repeats(of: Experiment): Promise<void> {
  const curve = async () => {
    using it = await subject(of);
    for (let i = 0; i < 5; i++) it.engine.step(it.batch, it.settings);
    return (await it.engine.readTerms()).map(({ loss }) => loss.total);
  };
  assertClose(await curve(), await curve(), 0, "curve");
}

export async function resumes(of: Experiment): Promise<void> {
  using a = await subject(of);
  using b = await subject(of, 4);
  const { batch, settings } = a;
  for (let i = 0; i < 3; i++) a.engine.step(batch, settings);
  const saved = await a.engine.exportState();
  b.engine.importState(saved);
  assertSame((await b.engine.exportState()).weights, saved.weights, "imported");
  a.engine.step(batch, settings);
  b.engine.step(batch, settings);
  const [left, right] = [await a.engine.exportState(), await b.engine.exportState()];
  assertSame(right.weights, left.weights, "weights after one more step");
  assertSame(right.optimizer.moments, left.optimizer.moments, "moments after one more step");
}

/** Every method once: the engine holds as much afterwards as before. */
export async function keepsNothing(of: Experiment): Promise<void> {
  using it = await subject(of);
  const { batch, engine, settings } = it;
  const { count, images, epsilon, labels } = batch;
  // The first probe makes room for gradients.
  await engine.probe(batch, settings);
  const [held, { hostBytes, deviceBytes }] = [backendMemory(), engine];
  engine.step(batch, settings);
  await engine.encode(images, count, labels);
  await engine.score({ ...batch, targets: images });
  await engine.decode(epsilon, count, labels);
  await engine.scoreLatents(epsilon, images, count, labels);
  await engine.probe(batch, settings);
  await engine.locate(batch, settings);
  engine.importState(await engine.exportState());
  for (let i = 0; i < 5; i++) engine.step(batch, settings);
  await engine.readTerms();
  const now = backendMemory();
  assert(
    held.tensors === now.tensors,
    `${String(held.tensors)} tensors became ${String(now.tensors)}`,
  );
  assert(hostBytes === engine.hostBytes, "more in JavaScript's memory");
  assert(deviceBytes === engine.deviceBytes, "more in buffers of its own");
  assert(held.bytes === now.bytes, `${String(held.bytes)} bytes became ${String(now.bytes)}`);
  // Terms nobody read go with the engine.
  engine.step(batch, settings);
}

function assertTerms(actual: LossTerms, expected: LossTerms, what: string): void {
  for (const term of ["total", "reconstruction", "kl"] as const) {
    const floor = Math.max(Math.abs(expected.total), 1e-3);
    assertClose([actual[term]], [expected[term]], valueTolerance, `${what}: ${term}`, floor);
  }
}
